/** The files that a use case is handed: those of the machine, of an editor, or of memory. */
import { dirname } from 'node:path';
import type { Read } from '../../files/read.ts';
import type { FileSystem } from '../../model/load/files.ts';
import type { Failure } from '../failure.ts';

export interface UserFiles extends FileSystem {
  /** Reads a file of at most `most` bytes, or gives the reason why it cannot. Absent: `read`, with a general reason. */
  readonly open?: (path: string, most: number) => Read;
  /**
   * What the files of a directory may refer to: the function returns why a path (without symbolic links) may not be
   * read, which completes "the file …". Absent: everything may be read.
   */
  readonly territory?: (directory: string) => (real: string) => string | undefined;
}

/** Larger than any text that a person writes. */
const largest = 16 * 1024 * 1024;

export type Named = { readonly bytes: Uint8Array } | { readonly failure: Failure };

/** A file that a person names. Where it is a symbolic link, its target must be where the file itself may refer to. */
export function openNamed(path: string, files: UserFiles): Named {
  const { bytes, problem } = openFile(path, files);
  if (!bytes) return { failure: { kind: 'unreadable', path, why: problem } };
  return leadsOut(path, files) ? { failure: { kind: 'outside', path } } : { bytes };
}

/** A file that is in the directory by which it is named leads nowhere, whatever that directory is. */
function leadsOut(path: string, files: UserFiles): boolean {
  const directory = dirname(path);
  const real = files.realpath(path) ?? path;
  if (dirname(real) === files.realpath(directory)) return false;
  return files.territory?.(directory)(real) !== undefined;
}

export function openFile(path: string, files: UserFiles): Read {
  if (files.open) return files.open(path, largest);
  const kind = files.stat(path);
  const bytes = kind === 'file' ? files.read(path) : undefined;
  if (bytes) return { bytes };
  if (kind === 'missing') return { problem: 'does not exist' };
  return { problem: kind === 'directory' ? 'is a directory' : 'cannot be read' };
}
