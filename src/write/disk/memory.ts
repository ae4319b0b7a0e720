/** An output directory that is a map: for tests, and to see what a render would do. */
import type { Disk, Entry } from './disk.ts';

export interface MemoryFile {
  readonly content: string;
  readonly mode: number;
}

/** `files` is read and changed in place. */
export function memory(files: Map<string, MemoryFile>): Disk {
  return {
    look: (path): Entry => {
      const file = files.get(path);
      return file ? { kind: 'file', ...file } : { kind: 'absent' };
    },
    write: (path, content, mode) => {
      files.set(path, { content, mode });
    },
    remove: (path) => {
      files.delete(path);
    },
  };
}
