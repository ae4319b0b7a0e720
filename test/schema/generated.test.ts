/** What is generated and committed is what would be generated now. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { outputs } from '../../scripts/generate/outputs.ts';
import { repository } from '../support/run.ts';

test.each(outputs)('$path is up to date (npm run generate)', ({ path, text }) => {
  expect(readFileSync(join(repository, path), 'utf8') === text(), `${path}: run npm run generate`).toBe(true);
});

test('generating twice gives the same', () => {
  for (const { text } of outputs) expect(text()).toBe(text());
});

test('every page of docs/rules is that of a rule', () => {
  const written = new Set(outputs.map(({ path }) => path));
  const pages = readdirSync(join(repository, 'docs/rules'), { recursive: true, encoding: 'utf8' })
    .map((name) => `docs/rules/${name.replaceAll('\\', '/')}`)
    .filter((path) => path.endsWith('.md'));
  expect(pages.length).toBeGreaterThan(100);
  expect(pages.filter((path) => !written.has(path))).toEqual([]);
});
