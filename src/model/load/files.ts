/** The file system as the model sees it: a port, so that tests and editors bring their own. */

export type FileKind = 'file' | 'directory' | 'other';

export interface DirectoryEntry {
  readonly name: string;
  readonly symlink: boolean;
  /** Of the entry itself; of a symlink it says nothing. */
  readonly kind: FileKind;
}

/** What a path is; `missing` and `denied` are answers, not exceptions. */
export type Stat = FileKind | 'missing' | 'denied';

export interface FileSystem {
  /** Undefined where the file cannot be read. */
  readonly read: (path: string) => Uint8Array | undefined;
  /** Why it cannot; completes "the file …". Undefined where that is not known. */
  readonly problem?: (path: string) => string | undefined;
  /** Undefined where the directory cannot be read. */
  readonly list: (path: string) => readonly DirectoryEntry[] | undefined;
  /** Follows symlinks. */
  readonly stat: (path: string) => Stat;
  /** The path without symlinks; undefined where it leads nowhere. */
  readonly realpath: (path: string) => string | undefined;
}
