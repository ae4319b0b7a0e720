/** Values nested as deep as Consul reads them, and files that are no object: every command copes. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { run } from '../../support/run.ts';

let cwd = '';
beforeAll(() => {
  cwd = mkdtempSync(join(tmpdir(), 'consul-cfg-deep-'));
});
afterAll(() => rmSync(cwd, { recursive: true, force: true }));

const depth = 5000;
const entry = (config: string): string =>
  `{"config_entries":{"bootstrap":[{"Kind":"proxy-defaults","Name":"global","Config":${config}}]}}`;

test.each([
  ['objects', entry(`${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`)],
  ['lists of objects', entry(`{"a":${'[{"a":'.repeat(depth / 2)}1${'}]'.repeat(depth / 2)}}`)],
])('deep %s are converted, compared and shown', async (_name, text) => {
  writeFileSync(join(cwd, 'deep.json'), text);
  for (const words of [
    ['convert', 'deep.json'],
    ['lint', '--format', 'html', 'deep.json'],
    ['compare', 'deep.json', 'deep.json'],
    ['merge', 'deep.json'],
  ]) {
    const { code, stderr } = await run(words, { cwd });
    expect([0, 1], `${words[0]} ${stderr.slice(0, 200)}`).toContain(code);
  }
});

test('objects that nest deeper than any call are converted, and read the same', async () => {
  writeFileSync(join(cwd, 'deep.json'), entry(`${'{"a":'.repeat(3000)}1${'}'.repeat(3000)}`));
  expect(await run(['convert', 'deep.json'], { cwd })).toMatchObject({ code: 0, stderr: '' });
});

test('a value that HCL cannot write is named in bounds, and found in linear time', async () => {
  writeFileSync(join(cwd, 'deep.json'), entry(`{"a":${'['.repeat(9000)}1${']'.repeat(9000)}}`));
  const start = process.cpuUsage();
  const { code, stderr } = await run(['merge', 'deep.json'], { cwd });
  const { user, system } = process.cpuUsage(start);
  expect([code, stderr.length < 400]).toEqual([0, true]);
  expect((user + system) / 1000).toBeLessThan(2500);
});

test.each([
  ['list', JSON.stringify({ retry_join: Array.from({ length: 200_000 }, (_, i) => `h${i}`) })],
  [
    'map',
    JSON.stringify({
      node_meta: Object.fromEntries(Array.from({ length: 200_000 }, (_, i) => [`k${i}`, 'v'])),
    }),
  ],
])(
  'a %s of 200,000 items is merged, compared and shown',
  async (_, text) => {
    writeFileSync(join(cwd, 'wide.json'), text);
    for (const words of [['merge'], ['merge', '--origins'], ['compare', 'wide.json']])
      expect((await run([...words, 'wide.json'], { cwd })).code, words.join(' ')).toBe(0);
  },
  60_000,
);

test.each(['null', 'true', '1', '"x"', '[]', '', '{}'])('convert of %j', async (text) => {
  writeFileSync(join(cwd, 'odd.json'), text);
  const { code } = await run(['convert', 'odd.json'], { cwd });
  expect(code).toBe(text === 'null' || text === '{}' ? 0 : 1);
});

test('a text of eight megabytes is checked like a short one', async () => {
  writeFileSync(join(cwd, 'long.json'), JSON.stringify({ encrypt: 'a'.repeat(8_000_000) }));
  expect((await run(['lint', '--format', 'compact', 'long.json'], { cwd })).code).toBe(1);
});
