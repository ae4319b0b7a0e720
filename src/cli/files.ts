/** The machine's files as seen from the working directory: paths stay as people wrote them, for messages. */
import { isAbsolute } from 'node:path';
import { disk } from '../model/load/disk.ts';
import type { FileSystem } from '../model/load/files.ts';

export function filesFrom(cwd: string): FileSystem {
  // The rest of the way is the system's, as it is for the agent: with links, `link/..` is not what it looks like.
  const absolute = (path: string): string => (isAbsolute(path) ? path : `${cwd}/${path}`);
  return {
    read: (path) => disk.read(absolute(path)),
    list: (path) => disk.list(absolute(path)),
    stat: (path) => disk.stat(absolute(path)),
    realpath: (path) => disk.realpath(absolute(path)),
  };
}
