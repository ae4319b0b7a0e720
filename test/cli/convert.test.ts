/** Whatever `convert` writes, an agent reads as it reads the source, by the name of each; everything else is refused. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { differences, readAs } from '../../src/app/convert/proof.ts';
import { formatOf } from '../../src/model/load/directory.ts';
import { Source } from '../../src/text/source/source.ts';
import { run } from '../support/run.ts';

let cwd: string;
beforeAll(() => {
  cwd = mkdtempSync(join(tmpdir(), 'consul-cfg-convert-'));
});
afterAll(() => rmSync(cwd, { recursive: true, force: true }));

async function convert(name: string, text: string, ...flags: string[]) {
  writeFileSync(join(cwd, name), text);
  return run(['convert', name, ...flags], { cwd });
}

describe('a .hcl that is JSON, of which Consul keeps repeated keys', () => {
  test.each([
    ['lists', '{"retry_join": ["a"], "retry_join": ["b"]}', { retry_join: ['a', 'b'] }],
    [
      'blocks',
      '{"services": [{"name": "a"}], "services": [{"name": "b"}]}',
      { services: [{ name: 'a' }, { name: 'b' }] },
    ],
    [
      'blocks of one name',
      '{"service": {"name": "a"}, "service": {"name": "b"}}',
      { service: [{ name: 'a' }, { name: 'b' }] },
    ],
    ['scalars, of which the last counts', '{"node_name": "a", "node_name": "b"}', { node_name: 'b' }],
    ['a trailing comma', '{"data_dir": "/x",}', { data_dir: '/x' }],
  ])('%s', async (_, text, expected) => {
    const json = await convert('a.hcl', text);
    expect([json.code, JSON.parse(json.stdout)]).toEqual([0, expected]);
    for (const flags of [
      ['--to', 'hcl'],
      ['--from', 'json'],
      ['--from', 'json', '--to', 'json'],
    ])
      expect([flags, (await convert('a.hcl', text, ...flags)).code]).toEqual([flags, 0]);
  });
});

describe('refused with exit 1, and a reason', () => {
  test.each([
    ['a.json', '{"data_dir": "/x"}/*', 'never closed'],
    ['a.json', '{} /* c', 'never closed'],
    ['a.json', '{"data_dir": "/x"} {"server": true}', 'has ended before this'],
    ['a.hcl', '{"data_dir": "/x"} // c', 'never reads it'],
    ['a.hcl', '{"data_dir": "/x"} x = 1', 'never reads it'],
    ['a.hcl', '{"data_dir": "/x" "server": true}', 'a comma is missing'],
    ['a.hcl', '{"retry_join": [true]}', 'drops it'],
    ['a.hcl', '{"data_dir": "/x" /* c */}', 'no comments'],
    ['a.json', '[]', 'one object'],
    ['a.hcl', 'limits { kv_max_value_size = 9007199254740993 }', 'exactly'],
    ['a.json', `${'{"services":'.repeat(3000)}1${'}'.repeat(3000)}`, 'differently'],
  ])('%s: %j', async (name, text, reason) => {
    const { code, stdout, stderr } = await convert(name, text);
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr.replace(/\s+/g, ' ')).toContain(reason);
  });
});

test.each([
  ['{"data_dir": "/x", // c\n}', 'data_dir = "/x" // c\n'],
  ['{"data_dir": "/x"} # c', 'data_dir = "/x"\n# c\n'],
])('what no agent reads, but has a clear meaning, is converted with a note: %j', async (text, hcl) => {
  const { code, stdout, stderr } = await convert('a.json', text);
  expect([code, stdout]).toEqual([0, hcl]);
  expect(stderr).toContain('as it is cannot be read by an agent');
});

test('the name of the result says what an agent makes of it', async () => {
  const json = '{"data_dir": "/x"}';
  expect((await convert('a.json', json, '--to', 'hcl', '--out', 'o.json')).code).toBe(2);
  expect((await convert('a.json', json, '--out', 'formatted.json')).code).toBe(0);
  expect(readFileSync(join(cwd, 'formatted.json'), 'utf8')).toBe('{\n  "data_dir": "/x"\n}\n');
  // HCL's reader of JSON drops the boolean.
  const { code } = await convert('a.json', '{"retry_join": [true]}', '--to', 'json', '--out', 'o.hcl');
  expect(code).toBe(1);
});

test('null is a configuration that says nothing', async () => {
  expect(await convert('a.json', 'null')).toEqual({ code: 0, stdout: '', stderr: '' });
});

test('standard input is what --from says', async () => {
  const stdin = '{"retry_join": ["a"], "retry_join": ["b"]}';
  const both = await run(['convert', '-', '--from', 'hcl'], { cwd, stdin });
  expect(JSON.parse(both.stdout)).toEqual({ retry_join: ['a', 'b'] });
  const last = await run(['convert', '-', '--from', 'json'], { cwd, stdin });
  expect(last.stdout).toBe('retry_join = ["b"]\n');
});

/** Pieces that JSON in either kind of file is made of, put together at random, repeated keys and slips included. */
const member = fc.constantFrom(
  '"retry_join": ["a"]',
  '"retry_join": ["b", "c"]',
  '"services": [{"name": "a"}]',
  '"services": [{"name": "b", "tags": ["x"]}]',
  '"service": {"name": "c", "check": {"tcp": "x:1", "interval": "1s"}}',
  '"node_name": "a"',
  '"node_name": "b"',
  '"ports": {"http": 1}',
  '"ports": {"dns": 2}',
  '"ports": [{"dns": 2}]',
  '"node_meta": {"a": "1"}',
  '"node_meta": {"b": "2"}',
  '"server": true',
  '"zz": 1',
  '"data_dir": null',
  '"retry_join": [true]',
  '"config_entries": {"bootstrap": [{"kind": "proxy-defaults", "name": "global", "config": {"a": ["b"]}}]}',
);
const ending = fc.constantFrom('', '', '', ',', '/*', ' /* c */', ' // c', ' # c', ' x', '}');
const separator = fc.constantFrom(', ', ', ', ', ', ' ', '\n');

test('any text: the same to the agent, or refused', async () => {
  const texts = fc.tuple(
    fc.constantFrom('a.hcl', 'a.json'),
    fc.array(member, { maxLength: 5 }),
    separator,
    fc.boolean(),
    ending,
    fc.constantFrom('hcl', 'json'),
  );
  await fc.assert(
    fc.asyncProperty(texts, async ([name, members, between, comma, end, to]) => {
      const text = `{${members.join(between)}${comma ? ',' : ''}}${end}`;
      const { code, stdout } = await convert(name, text, '--to', to);
      expect([0, 1]).toContain(code);
      if (code === 1) return;
      const before = readAs(new Source(name, text), formatOf(name)!, '1.20');
      const after = readAs(new Source(`x.${to}`, stdout), to as 'hcl' | 'json', '1.20');
      expect(after.refusal).toBeUndefined();
      // A comment or a comma in JSON keeps the agent from reading it, and its meaning is clear; see above.
      expect(before.refusal === undefined || name === 'a.json').toBe(true);
      expect(differences(before, after)).toEqual([]);
    }),
    { numRuns: 300 },
  );
});

test('YAML of another program is refused in one sentence', async () => {
  const foreign = await convert('docker-compose.yml', 'services:\n  a:\n    image: x\n');
  expect([foreign.code, foreign.stdout]).toEqual([1, '']);
  expect(foreign.stderr).toContain('is not a configuration of Consul');
  expect((await convert('a.yaml', 'data_dir: /d\nserver: true\n')).code).toBe(0);
});
