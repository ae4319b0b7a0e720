/** The committed output of the example is what its manifest renders to. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { expect, test } from 'vitest';
import { estateFiles } from '../../src/build/estate.ts';
import { placeholders } from '../../src/cli/render/placeholders.ts';
import { prepare } from '../../src/cli/render/prepare.ts';
import { Source } from '../../src/text/source.ts';
import { apply } from '../../src/write/apply.ts';
import { type MemoryFile, memory } from '../../src/write/memory.ts';
import { plan } from '../../src/write/plan.ts';
import { repository, run } from '../support/run.ts';

const example = join(repository, 'examples/patroni');
const isSecret = (path: string): boolean => path.endsWith('10-secrets.json');

function rendered(): Record<string, string> {
  const source = new Source('cluster.yaml', readFileSync(join(example, 'cluster.yaml'), 'utf8'));
  const { ready, findings } = prepare(source, placeholders);
  expect(findings).toEqual([]);
  const files = new Map<string, MemoryFile>();
  const disk = memory(files);
  apply(plan(estateFiles(ready!.nodes, ready!.manifest), disk), disk);
  return Object.fromEntries([...files].map(([path, { content }]) => [path, content]));
}

function committed(): Record<string, string> {
  const out = join(example, 'out');
  const paths = readdirSync(out, { recursive: true, encoding: 'utf8' }).map((path) => join(out, path));
  const files = paths.filter((path) => statSync(path).isFile() && !isSecret(path));
  return Object.fromEntries(files.map((path) => [relative(out, path), readFileSync(path, 'utf8')]));
}

const open = (files: Record<string, string>) =>
  Object.fromEntries(Object.entries(files).filter(([path]) => !isSecret(path)));

test('the committed output is up to date', () => {
  expect(committed()).toEqual(open(rendered()));
});

test('each node has its key in a file of its own', () => {
  const secrets = Object.entries(rendered()).filter(([path]) => isSecret(path));
  expect(secrets).toHaveLength(3);
  expect(new Set(secrets.map(([, content]) => content)).size).toBe(1);
});

test('it is lint clean', async () => {
  const { code, stdout } = await run(['lint', 'examples/patroni/out', '--consul', '1.16']);
  expect(code).toBe(0);
  expect(stdout).not.toMatch(/error/);
});
