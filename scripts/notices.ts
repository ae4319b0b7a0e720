/**
 * Writes dist/THIRD-PARTY-NOTICES.txt: the licences of the packages that are bundled into the library and the command,
 * read off the bundler's own lists of what went in. Part of `npm run build`.
 */
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const lists = ['dist/metafile-esm.json', 'dist/cli/metafile-esm.json'];
const inputs = lists.flatMap((list) =>
  Object.keys((JSON.parse(readFileSync(list, 'utf8')) as { inputs: object }).inputs),
);
const packages = new Set(
  inputs.flatMap((path) => /^(?:.*\/)?node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(path)?.[1] ?? []),
);

const notices = [...packages].sort().map((name) => {
  const folder = join('node_modules', name);
  const { version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
  if (!file || !existsSync(join(folder, file))) throw new Error(`${name} ships no licence text`);
  return `${name} ${version} (${license})\n\n${readFileSync(join(folder, file), 'utf8').trim()}\n`;
});

writeFileSync('dist/THIRD-PARTY-NOTICES.txt', notices.join(`\n${'-'.repeat(80)}\n\n`));
for (const list of lists) rmSync(list);
