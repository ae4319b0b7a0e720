/**
 * Puts the pages of the site into `pages/`: the Markdown of docs/ as it is, the reference that TypeDoc made, and links that
 * lead out of docs/ as addresses of the repository.
 */
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, posix, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '..');
const docs = join(root, 'docs');
const out = join(import.meta.dirname, 'pages');
const repository = 'https://github.com/consul-cfg/consul-cfg/blob/main';

const filesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((file) => file.replaceAll('\\', '/'));

/** As a server expects it: the page of a folder is its index. */
const pageOf = (file: string): string => file.replace(/(^|\/)README\.md$/, '$1index.md');

rmSync(out, { recursive: true, force: true });
for (const file of filesIn(docs)) {
  const target = join(out, pageOf(file));
  if (file.endsWith('.md')) write(target, linked(readFileSync(join(docs, file), 'utf8'), file));
  else if (/\.(?:png|svg|jpg)$/.test(file)) {
    mkdirSync(dirname(target), { recursive: true });
    cpSync(join(docs, file), target);
  }
}
write(join(out, 'index.md'), readFileSync(join(import.meta.dirname, 'home.md'), 'utf8'));

const reference = join(import.meta.dirname, 'reference');
for (const file of filesIn(reference).filter((name) => name.endsWith('.md')))
  write(join(out, 'reference', file), readFileSync(join(reference, file), 'utf8'));

function write(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

/** Links to pages stay; those to files of the repository become addresses, since the site does not have them. */
function linked(text: string, file: string): string {
  return text.replace(/\]\((?!https?:|mailto:|#)([^)\s#]*)(#[^)\s]*)?\)/g, (_, path: string, anchor = '') => {
    const target = posix.normalize(posix.join('docs', posix.dirname(file), path));
    const isPage = target.startsWith('docs/') && /\.(?:md|png|svg|jpg)$/.test(target);
    if (isPage) return `](${pageOf(path)}${anchor})`;
    if (target === 'docs' || target === 'docs/rules/') return `](${path}${anchor})`;
    return `](${repository}/${target}${anchor})`;
  });
}
