/** The files that manifests name: read from the disk, each beside the manifest that names it. */
import { readFileSync, realpathSync, statSync } from 'node:fs';
import { dirname, join, normalize, resolve } from 'node:path';
import type { EditedFiles } from '../../lsp/session.ts';
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

/** The files of an editor, whose unsaved texts go before what is on its disk. */
export function editorLibrary(files: EditedFiles): Library {
  return {
    open: (path, from) => {
      const near = join(folderOf(from), path);
      const opened = files.opened(near);
      if (opened) return { source: opened, id: near };
      const kind = files.stat(near);
      if (kind === 'missing') return { trouble: missing };
      const bytes = kind === 'file' ? files.read(near) : undefined;
      if (!bytes) return { trouble: kind === 'directory' ? 'is a directory' : 'cannot be read' };
      return { source: Source.fromBytes(near, bytes), id: files.realpath(near) ?? near };
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
