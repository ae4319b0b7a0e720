/** The files that manifests name: read from the disk, each beside the manifest that names it. */
import { readFileSync, realpathSync, statSync } from 'node:fs';
import { dirname, join, normalize, resolve } from 'node:path';
import { Source } from '../text/source.ts';
import type { Library, Opened } from './extend.ts';

/** No text that a person writes is larger. */
const largest = 16 * 1024 * 1024;

export interface Place {
  /** Where the paths of the first manifests begin; those that are no files stand there too. */
  readonly cwd: string;
  /** Told of every file, by absolute path, before it is read. */
  readonly opens?: (path: string) => void;
}

export function diskLibrary({ cwd, opens }: Place): Library {
  return {
    open: (path, from) => {
      const near = join(folderOf(from), path);
      opens?.(resolve(cwd, near));
      return open(cwd, near);
    },
  };
}

const missing = 'does not exist';

/** The directory of a manifest, as its own path was given. */
export const folderOf = ({ file }: Source): string => (file.startsWith('<') ? '.' : dirname(file));

function open(cwd: string, near: string): Opened {
  const path = resolve(cwd, near);
  try {
    const stats = statSync(path);
    if (!stats.isFile()) return { trouble: `is ${stats.isDirectory() ? 'a directory' : 'no plain file'}` };
    if (stats.size > largest) return { trouble: 'is too large' };
    return { source: Source.fromBytes(normalize(near), readFileSync(path)), id: realpathSync(path) };
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    return { trouble: code === 'ENOENT' ? missing : `cannot be read (${code ?? 'unknown'})` };
  }
}
