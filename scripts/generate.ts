/** Writes every file that is derived from another: `npm run generate`. A test fails where one is out of date. */
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ruleLists } from './generate/catalog.ts';
import { keyLists } from './generate/manifest-keys.ts';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');

function write(outputs: readonly { readonly path: string; readonly text: () => string }[]): void {
  for (const { path, text } of outputs) {
    const file = join(root, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text());
  }
}

write([...ruleLists, ...keyLists]);
const { outputs } = await import('./generate/outputs.ts');
write(outputs);

/** Pages of rules that no longer exist. */
const written = new Set(outputs.map(({ path }) => path));
for (const name of readdirSync(join(root, 'docs/rules'), { recursive: true, encoding: 'utf8' })) {
  const path = `docs/rules/${name.replaceAll('\\', '/')}`;
  if (path.endsWith('.md') && !written.has(path)) rmSync(join(root, path));
}
