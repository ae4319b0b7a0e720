/** Values nested as deep as Consul reads them, and files that are no object: every command copes. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { run } from '../support/run.ts';

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

test.each(['null', 'true', '1', '"x"', '[]', '', '{}'])('convert of %j', async (text) => {
  writeFileSync(join(cwd, 'odd.json'), text);
  const { code } = await run(['convert', 'odd.json'], { cwd });
  expect(code).toBe(text === 'null' || text === '{}' ? 0 : 1);
});

test('a text of eight megabytes is judged like a short one', async () => {
  writeFileSync(join(cwd, 'long.json'), JSON.stringify({ encrypt: 'a'.repeat(8_000_000) }));
  expect((await run(['lint', '--format', 'compact', 'long.json'], { cwd })).code).toBe(1);
});
