/** A file system with the unsaved texts of an editor over it. Answers are kept until `forget`, so that a change does not cost a walk. */
import { basename, dirname } from 'node:path';
import type { DirectoryEntry, FileSystem } from '../../model/load/files.ts';
import { Source } from '../../text/source/source.ts';
import type { UserFiles } from './user-files.ts';

export interface Overlay extends FileSystem, Pick<UserFiles, 'territory'> {
  readonly setText: (source: Source) => void;
  readonly dropText: (file: string) => void;
  readonly opened: (file: string) => Source | undefined;
  /** The disk may have changed. */
  readonly forget: () => void;
}

export function overlay(base: UserFiles): Overlay {
  const documents = new Map<string, Source>();
  const list = remembered(base.list);
  const stat = remembered(base.stat);
  const read = remembered(base.read);
  const realpath = remembered(base.realpath);
  return {
    ...(base.territory && { territory: base.territory }),
    setText: (source) => documents.set(source.file, source),
    dropText: (file) => documents.delete(file),
    opened: (file) => documents.get(file),
    forget: () => {
      for (const answers of [list, stat, read, realpath]) answers.clear();
    },
    read: (path) => documents.get(path)?.toBytes() ?? read(path),
    stat: (path) => (documents.has(path) ? 'file' : stat(path)),
    realpath: (path) => (documents.has(path) ? path : realpath(path)),
    list: (path) => withNew(list(path), path, documents),
  };
}

/** The same files, some with other texts. */
export function withTexts(base: Overlay, replaced: ReadonlyMap<string, Uint8Array>): Overlay {
  const sources = new Map([...replaced].map(([file, bytes]) => [file, Source.fromBytes(file, bytes)]));
  return {
    ...base,
    opened: (file) => sources.get(file) ?? base.opened(file),
    read: (path) => replaced.get(path) ?? base.read(path),
  };
}

type Remembered<T> = ((path: string) => T) & { readonly clear: () => void };

function remembered<T>(ask: (path: string) => T): Remembered<T> {
  const answers = new Map<string, T>();
  const answer = (path: string): T => {
    if (!answers.has(path)) answers.set(path, ask(path));
    return answers.get(path)!;
  };
  return Object.assign(answer, { clear: () => answers.clear() });
}

/** Documents that were never saved are in their directory too. */
function withNew(
  entries: readonly DirectoryEntry[] | undefined,
  directory: string,
  documents: ReadonlyMap<string, Source>,
): readonly DirectoryEntry[] | undefined {
  const names = new Set(entries?.map(({ name }) => name));
  const fresh = [...documents.keys()]
    .filter((file) => dirname(file) === directory && !names.has(basename(file)))
    .map((file) => ({ name: basename(file), symlink: false, kind: 'file' as const }));
  return entries || fresh.length > 0 ? [...(entries ?? []), ...fresh] : undefined;
}
