/** Writes every file that is derived from another: `npm run generate`. A test fails where one is out of date. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { keyLists } from './generate/manifest-keys.ts';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');

function write(outputs: readonly { readonly path: string; readonly text: () => string }[]): void {
  for (const { path, text } of outputs) {
    const file = join(root, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text());
  }
}

write(keyLists);
const { outputs } = await import('./generate/outputs.ts');
write(outputs);
