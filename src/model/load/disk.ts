/** The file system of this machine. */
import { type Dirent, readdirSync, type Stats, statSync } from 'node:fs';
import { readRegular } from '../../files/read.ts';
import { decodeBytes } from '../../text/source/bytes.ts';
import { native, realPath } from '../../text/source/paths.ts';
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
    const found = statSync(native(path), { throwIfNoEntry: false });
    return found ? kindOf(found) : 'missing';
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EACCES' ? 'denied' : 'other';
  }
}

const entryOf = (entry: Dirent, name: string): DirectoryEntry => ({
  name,
  symlink: entry.isSymbolicLink(),
  kind: kindOf(entry),
});

/** Far more than any configuration; what is larger would not fit into a string. */
const largest = 256 * 1024 * 1024;

function list(path: string): DirectoryEntry[] {
  const entries = readdirSync(native(path), { withFileTypes: true });
  if (!entries.some(({ name }) => name.includes('\ufffd')))
    return entries.map((entry) => entryOf(entry, entry.name));
  const exact = readdirSync(native(path), { withFileTypes: true, encoding: 'buffer' });
  return exact.map((entry) => entryOf(entry as unknown as Dirent, decodeBytes(entry.name)));
}

export const disk: FileSystem = {
  read: (path) => readRegular(native(path), largest).bytes,
  problem: (path) => readRegular(native(path), largest).problem,
  list: (path) => attempt(() => list(path)),
  stat,
  realpath: (path) => attempt(() => realPath(path)),
};
