/** A file system of a few files, for tests: absolute paths, symlinks by the path that they lead to. */
import { posix } from 'node:path';
import type { DirectoryEntry, FileSystem, Stat } from '../../../src/model/load/files.ts';

export type Contents = Readonly<Record<string, string | Uint8Array>>;

/** @param links symlinks: path → target, relative to the link's directory or absolute */
export function memory(contents: Contents, links: Readonly<Record<string, string>> = {}): FileSystem {
  const files = new Map<string, Uint8Array>();
  const directories = new Set(['/']);
  const addParents = (path: string): void => {
    for (let up = posix.dirname(path); !directories.has(up); up = posix.dirname(up)) directories.add(up);
  };
  for (const [path, text] of Object.entries(contents)) {
    files.set(posix.normalize(path), Buffer.from(text));
    addParents(posix.normalize(path));
  }
  for (const path of Object.keys(links)) addParents(path);

  const realpath = (path: string): string | undefined => {
    const normal = posix.normalize(path);
    const target = links[normal];
    if (target !== undefined) return realpath(posix.resolve(posix.dirname(normal), target));
    return files.has(normal) || directories.has(normal) ? normal : undefined;
  };
  const stat = (path: string): Stat => {
    const real = realpath(path);
    if (real === undefined) return files.has(posix.dirname(posix.normalize(path))) ? 'other' : 'missing';
    return directories.has(real) ? 'directory' : 'file';
  };
  const entryOf = (path: string): DirectoryEntry => ({
    name: posix.basename(path),
    symlink: path in links,
    kind: directories.has(path) ? 'directory' : path in links ? 'other' : 'file',
  });
  return {
    stat,
    realpath,
    read: (path) => files.get(realpath(path) ?? ''),
    list: (path) => {
      if (stat(path) !== 'directory') return undefined;
      const real = realpath(path) ?? '';
      return [...files.keys(), ...directories, ...Object.keys(links)]
        .filter((entry) => entry !== '/' && posix.dirname(entry) === real)
        .map(entryOf);
    },
  };
}
