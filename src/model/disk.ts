/** The file system of this machine. */
import { type Dirent, readdirSync, realpathSync, type Stats, statSync } from 'node:fs';
import { readRegular } from '../files/read.ts';
import type { DirectoryEntry, FileKind, FileSystem, Stat } from './files.ts';

const kindOf = (entry: Dirent | Stats): FileKind => {
  if (entry.isDirectory()) return 'directory';
  return entry.isFile() ? 'file' : 'other';
};

function attempt<T>(action: () => T): T | undefined {
  try {
    return action();
  } catch {
    return undefined;
  }
}

function stat(path: string): Stat {
  try {
    const found = statSync(path, { throwIfNoEntry: false });
    return found ? kindOf(found) : 'missing';
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EACCES' ? 'denied' : 'other';
  }
}

const entryOf = (entry: Dirent): DirectoryEntry => ({
  name: entry.name,
  symlink: entry.isSymbolicLink(),
  kind: kindOf(entry),
});

/** Far more than any configuration; what is larger would not fit into a string. */
const largest = 256 * 1024 * 1024;

export const disk: FileSystem = {
  read: (path) => readRegular(path, largest).bytes,
  list: (path) => attempt(() => readdirSync(path, { withFileTypes: true }).map(entryOf)),
  stat,
  realpath: (path) => attempt(() => realpathSync(path)),
};
