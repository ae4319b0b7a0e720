/** Paths as the system takes them: a name that is not UTF-8 is written as `text/bytes.ts` writes such bytes. */
import { realpathSync } from 'node:fs';
import { decodeBytes, encodeBytes } from '../text/bytes.ts';

export const native = (path: string): string | Buffer =>
  /[\udc80-\udcff]/.test(path) ? Buffer.from(encodeBytes(path)) : path;

export const realPath = (path: string): string =>
  decodeBytes(realpathSync(native(path), { encoding: 'buffer' }));
