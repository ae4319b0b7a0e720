/** The output directory as plan and apply see it. A directory on disk is one, a map in memory another. */
export interface Disk {
  /** `path` is relative, with `/`. Never throws for what it finds there; a machine's refusal is a `DiskError`. */
  readonly look: (path: string) => Entry;
  /** All or nothing: afterwards the file is the old one or the new one, never half of it. */
  readonly write: (path: string, content: string, mode: number) => void;
  readonly remove: (path: string) => void;
}

export type Entry =
  | { readonly kind: 'absent' }
  | { readonly kind: 'file'; readonly content: string; readonly mode: number }
  /** The path, or a directory on the way, is not a plain file or directory. */
  | { readonly kind: 'blocked'; readonly why: string };

/** The machine refuses: no permission, no space, no such directory. One line, naming the path. */
export class DiskError extends Error {
  readonly path: string;
  readonly why: string;

  constructor(doing: string, path: string, cause: unknown) {
    const why = reason(cause);
    super(`cannot ${doing} ${path}: ${why}`, { cause });
    this.name = 'DiskError';
    this.path = path;
    this.why = why;
  }
}

const reasons: Readonly<Record<string, string>> = {
  EACCES: 'permission denied',
  EPERM: 'not permitted',
  ENOSPC: 'no space left on the device',
  EROFS: 'the file system is read-only',
  EEXIST: 'it exists already',
  ENOTDIR: 'a part of the path is not a directory',
  ENAMETOOLONG: 'the name is too long',
  ENOENT: 'no such file or directory',
  EISDIR: 'it is a directory',
  ELOOP: 'it is a symbolic link',
  EBUSY: 'it is in use, such as a mount',
  EIO: 'the system reports an input/output error',
  EDQUOT: 'the disk quota is used up',
  EMFILE: 'too many files are open',
  EFBIG: 'the file would be too large',
};

function reason(cause: unknown): string {
  const code = (cause as NodeJS.ErrnoException | undefined)?.code;
  if (code && reasons[code]) return reasons[code];
  if (!(cause instanceof Error)) return String(cause);
  // A word right behind a path such as `gossip.key:` would be hidden as a secret.
  return code ? `the system reports ${cause.message}` : cause.message;
}
