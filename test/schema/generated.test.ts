/** What is generated and committed is what would be generated now. */
import { readFileSync } from 'node:fs';
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
