/** Writes every file that is derived from another: `npm run generate`. A test fails where one is out of date. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { outputs } from './generate/outputs.ts';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');

for (const { path, text } of outputs) {
  const file = join(root, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text());
}
