/**
 * Writes dist/THIRD-PARTY-NOTICES.txt: the licences of the packages that are bundled into the library and the command,
 * read off the bundler's own lists of what went in. Part of `npm run build`.
 */
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { thirdPartyNotices } from './build/third-party.ts';

const lists = ['dist/metafile-esm.json', 'dist/cli/metafile-esm.json'];
const inputs = lists.flatMap((list) =>
  Object.keys((JSON.parse(readFileSync(list, 'utf8')) as { inputs: object }).inputs),
);

writeFileSync('dist/THIRD-PARTY-NOTICES.txt', thirdPartyNotices(inputs));
for (const list of lists) rmSync(list);
