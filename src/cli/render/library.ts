/** The files that manifests name: read from the disk, each beside the manifest that names it. */
import { readFileSync, realpathSync, statSync } from 'node:fs';
import { dirname, join, normalize, resolve } from 'node:path';
import type { Library, Opened } from '../../manifest/extend.ts';
import { Source } from '../../text/source.ts';
import type { Io } from '../io.ts';

/** No text that a person writes is larger. */
const largest = 16 * 1024 * 1024;

/** `cwd` is where the paths of the first manifests begin; those from standard input or flags stand there too. */
export function diskLibrary({ cwd, opens }: Pick<Io, 'cwd' | 'opens'>): Library {
  return {
    open: (path, from) => {
      const near = join(folderOf(from), path);
      opens?.(resolve(cwd, near));
      return open(cwd, near);
    },
  };
}

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
    return { trouble: code === 'ENOENT' ? 'does not exist' : `cannot be read (${code ?? 'unknown'})` };
  }
}
