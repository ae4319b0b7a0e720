/** The machine's files as seen from a working directory: paths stay as people wrote them, for messages. */
import { isAbsolute } from 'node:path';
import { strayFrom, territoryOf } from '../../files/inside.ts';
import { readRegular } from '../../files/read.ts';
import { disk } from '../../model/load/disk.ts';
import type { UserFiles } from '../files/user-files.ts';

export function machineFiles(cwd: string): UserFiles {
  // The system resolves the rest of the path, as it does for the agent: with links, `link/..` is not the directory before it.
  const absolute = (path: string): string => (isAbsolute(path) ? path : `${cwd}/${path}`);
  return {
    read: (path) => disk.read(absolute(path)),
    problem: (path) => disk.problem?.(absolute(path)),
    list: (path) => disk.list(absolute(path)),
    stat: (path) => disk.stat(absolute(path)),
    realpath: (path) => disk.realpath(absolute(path)),
    open: (path, most) => readRegular(absolute(path), most),
    territory: (directory) => {
      // A shell passes what it opened as a file of these: `/dev/stdin`, `/proc/self/fd/3`.
      if (/^\/(?:dev|proc)(?:\/|$)/.test(directory)) return () => undefined;
      const territories = [territoryOf(absolute(directory))];
      return (real) => strayFrom(territories, real);
    },
  };
}
