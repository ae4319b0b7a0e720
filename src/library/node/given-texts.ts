/** Texts in the place of files, such as standard input. */
import { posix } from 'node:path';
import type { UserFiles } from '../../app/files/user-files.ts';
import { own } from '../../util/collections.ts';

export interface GivenTexts {
  /** Texts by their paths, which are read instead of the files of these names; such as standard input. Default: none. */
  readonly texts?: Readonly<Record<string, string | Uint8Array>> | undefined;
}

export function withGivenTexts(files: UserFiles, { texts }: GivenTexts): UserFiles {
  if (!texts) return files;
  const bytesOf = (path: string): Uint8Array | undefined => {
    const text = own(texts, path);
    return typeof text === 'string' ? new TextEncoder().encode(text) : text;
  };
  return {
    ...files,
    read: (path) => bytesOf(path) ?? files.read(path),
    stat: (path) => (bytesOf(path) ? 'file' : files.stat(path)),
    realpath: (path) =>
      bytesOf(path)
        ? posix.join(files.realpath(posix.dirname(path)) ?? posix.dirname(path), posix.basename(path))
        : files.realpath(path),
    ...(files.open && {
      open: (path, most) => {
        const bytes = bytesOf(path);
        return bytes ? { bytes } : files.open!(path, most);
      },
    }),
  };
}
