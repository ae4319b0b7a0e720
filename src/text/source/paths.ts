/** Paths as the system takes them: a name need not be UTF-8, and its other bytes are written as those of a text are. */
import { realpathSync } from 'node:fs';
import { decodeBytes, encodeBytes } from './bytes.ts';

export const native = (path: string): string | Buffer =>
  /[\udc80-\udcff]/.test(path) ? Buffer.from(encodeBytes(path)) : path;

export const realPath = (path: string): string =>
  decodeBytes(realpathSync.native(native(path), { encoding: 'buffer' }));
