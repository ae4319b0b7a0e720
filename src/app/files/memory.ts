/** A file system of texts in memory. */
import { posix } from 'node:path';
import type { DirectoryEntry, FileKind, FileSystem } from '../../model/load/files.ts';

/** @param contents texts or bytes by path; directories follow from the paths, and `.` is always one */
export function memoryFiles(contents: Readonly<Record<string, string | Uint8Array>>): FileSystem {
  const files = new Map<string, Uint8Array>();
  const children = new Map<string, Map<string, FileKind>>([['.', new Map()]]);
  for (const [given, content] of Object.entries(contents)) {
    const path = posix.normalize(given);
    files.set(path, typeof content === 'string' ? new TextEncoder().encode(content) : content);
    addTo(children, path);
  }
  const plain = (path: string): string => posix.normalize(path).replace(/(?<=.)\/$/, '');
  const kindOf = (path: string) => (files.has(path) ? 'file' : children.has(path) ? 'directory' : 'missing');
  return {
    read: (path) => files.get(plain(path)),
    list: (path) => {
      const entries = children.get(plain(path));
      return entries && [...entries].map(([name, kind]): DirectoryEntry => ({ name, kind, symlink: false }));
    },
    stat: (path) => kindOf(plain(path)),
    realpath: (path) => (kindOf(plain(path)) === 'missing' ? undefined : plain(path)),
  };
}

/** The path as an entry of its directory, and that of the one above, up to the root. */
function addTo(children: Map<string, Map<string, FileKind>>, file: string): void {
  let kind: FileKind = 'file';
  for (let path = file; posix.dirname(path) !== path; path = posix.dirname(path)) {
    const parent = posix.dirname(path);
    const entries = children.get(parent) ?? new Map<string, FileKind>();
    children.set(parent, entries.set(posix.basename(path), kind));
    kind = 'directory';
  }
}
