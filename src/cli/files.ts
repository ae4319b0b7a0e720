/** The machine's files as seen from the working directory: paths stay as people wrote them, for messages. */
import { resolve } from 'node:path';
import { disk } from '../model/disk.ts';
import type { FileSystem } from '../model/files.ts';

export function filesFrom(cwd: string): FileSystem {
  return {
    read: (path) => disk.read(resolve(cwd, path)),
    list: (path) => disk.list(resolve(cwd, path)),
    stat: (path) => disk.stat(resolve(cwd, path)),
    realpath: (path) => disk.realpath(resolve(cwd, path)),
  };
}
