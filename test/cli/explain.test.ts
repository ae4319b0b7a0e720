import { readFileSync } from 'node:fs';
import { globSync } from 'tinyglobby';
import { describe, expect, test } from 'vitest';
import { loadCatalog } from '../../src/rules/catalog.ts';
import { run } from '../support/run.ts';

const explain = (...names: string[]) => run(['explain', ...names]);

test('an option: what it is, its facts, the rules about it', async () => {
  const { stdout, code } = await explain('ports.grpc_tls');
  expect(code).toBe(0);
  for (const part of ['ports.grpc_tls', 'default', 'known', 'rules', 'tls/grpc-tls-port'])
    expect(stdout).toContain(part);
});

test('a rule of the agent: its level, the releases that have it, the options that it concerns', async () => {
  const rule = (await loadCatalog()).find(
    ({ since, before, options }) => since && before && options.length > 0,
  );
  const { stdout } = await explain(rule!.id);
  expect(stdout).toContain(`${rule!.id}  ${rule!.severity}, since ${rule!.since}, before ${rule!.before}`);
  expect(stdout).toContain(rule!.options[0]);
});

test('as JSON, one object for each name', async () => {
  const { stdout } = await explain('--json', 'address/template', 'data_dir', 'quorum/even-bootstrap-expect');
  const [check, option, rule] = stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(check).toMatchObject({ id: 'address/template', severity: 'error' });
  expect(option).toMatchObject({ path: 'data_dir' });
  expect(rule).toMatchObject({ id: 'quorum/even-bootstrap-expect', scope: expect.any(String) });
});

test('a misspelt rule leads to the nearest one', async () => {
  const { code, stderr } = await explain('quorum/even-boostrap-expect');
  expect(code).toBe(3);
  expect(stderr).toContain('the nearest rule is quorum/even-bootstrap-expect');
});

describe('every rule id that the program can report is explained', () => {
  const sources = globSync('src/**/*.ts').map((path) => readFileSync(path, 'utf8'));
  const groups = 'syntax|option|agent|manifest|settings|template|init';
  const literal = new RegExp(`'((?:${groups})/[a-z][a-z0-9-]*)'`, 'g');
  const ids = [
    ...new Set(sources.flatMap((text) => [...text.matchAll(literal)].map(([, id]) => id!))),
  ].sort();

  test('there are many', () => expect(ids.length).toBeGreaterThan(100));
  test.each(ids)('%s', async (id) => expect((await explain(id)).code).toBe(0));
});
