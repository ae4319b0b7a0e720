/**
 * Writes dist/cli/THIRD-PARTY-NOTICES.txt: the licences of the packages that are bundled into the command, read off
 * the bundler's own list of what went in. Part of `npm run build`.
 */
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { thirdPartyNotices } from './build/third-party.ts';

const list = 'dist/cli/metafile-esm.json';
const { inputs } = JSON.parse(readFileSync(list, 'utf8')) as { inputs: Record<string, unknown> };

writeFileSync('dist/cli/THIRD-PARTY-NOTICES.txt', thirdPartyNotices(Object.keys(inputs)));
rmSync(list);
