/** Files that may start agents, by their names and a cheap look at their texts: most of a repository is neither opened nor read. */
import { posix } from 'node:path';
import { decodeBytes } from '../text/source/bytes.ts';
import { Source } from '../text/source/source.ts';
import { isSearched } from '../util/searched.ts';
import type { Kind, Reader, SourceFiles, World } from './source.ts';

/** The files of the machine, as far as they are needed here. */
export interface Tree {
  readonly read: (path: string) => Uint8Array | undefined;
  readonly list: (
    path: string,
  ) => readonly { readonly name: string; readonly symlink: boolean; readonly kind: string }[] | undefined;
  readonly stat: SourceFiles['stat'];
}

const mostFiles = 2000;
const mostDirectories = 20_000;
const deepest = 8;

/** Larger ones are not written by people. */
const largest = 500_000;

/** Finds the files of some kinds below paths. Kept for one run. */
export class Candidates {
  readonly #tree: Tree;
  readonly #mayBeNamed: (path: string) => boolean;
  #files = mostFiles;
  #directories = mostDirectories;

  constructor(tree: Tree, mayBeNamed: (path: string) => boolean) {
    this.#tree = tree;
    this.#mayBeNamed = mayBeNamed;
  }

  *below(path: string): Generator<Source> {
    if (this.#tree.stat(path) === 'directory') yield* this.#in(path, 0);
    else if (this.#mayBeNamed(path)) yield* this.#source(path);
  }

  *#in(directory: string, depth: number): Generator<Source> {
    if (this.#directories-- <= 0) return;
    for (const entry of this.#tree.list(directory) ?? []) {
      const { name, kind, symlink } = entry;
      const path = directory === '.' ? name : posix.join(directory, name);
      if (kind === 'file' && !symlink && this.#mayBeNamed(path) && this.#files-- > 0)
        yield* this.#source(path);
      if (depth < deepest && isSearched(directory, entry)) yield* this.#in(path, depth + 1);
    }
  }

  *#source(path: string): Generator<Source> {
    const source = sourceAt(path, this.#tree);
    if (source) yield source;
  }
}

/** By their bytes, which an editor reads once: who remembers a source then finds it again. */
const decoded = new WeakMap<Uint8Array, Source>();

export function sourceAt(path: string, tree: Tree): Source | undefined {
  const bytes = tree.stat(path) === 'file' ? tree.read(path) : undefined;
  if (!bytes || bytes.length > largest) return undefined;
  const known = decoded.get(bytes);
  if (known?.file === path) return known;
  const source = new Source(path, decodeBytes(bytes));
  decoded.set(bytes, source);
  return source;
}

/** The readers of the kinds that some file below these paths may be. */
export async function readersFor(
  paths: readonly string[],
  tree: Tree,
  kinds: readonly Kind[],
): Promise<readonly Reader[]> {
  const open = new Set(kinds);
  const candidates = new Candidates(tree, (path) => kinds.some(({ mayBeNamed }) => mayBeNamed(path)));
  const found = new Set<Kind>();
  for (const path of paths) {
    for (const { file, text } of candidates.below(path)) {
      for (const kind of open) if (kind.mayBeNamed(file) && kind.mayHold(text)) found.add(kind);
      for (const kind of found) open.delete(kind);
      if (open.size === 0) break;
    }
  }
  return Promise.all([...found].map(async (kind) => ({ ...kind, read: await kind.load() })));
}

/** What the files below these paths start. A file that another one includes starts nothing by itself. */
export function worldsBelow(
  paths: readonly string[],
  tree: Tree,
  readers: readonly Reader[],
): readonly World[] {
  if (readers.length === 0) return [];
  const candidates = new Candidates(tree, (path) => readers.some(({ mayBeNamed }) => mayBeNamed(path)));
  const files: SourceFiles = { read: (path) => sourceAt(path, tree), stat: tree.stat };
  const sources = new Map(
    paths.flatMap((path) => [...candidates.below(path)].map((source) => [source.file, source])),
  );
  const worlds = [...sources.values()].flatMap((source) =>
    readers.flatMap((reader) =>
      reader.mayBeNamed(source.file) && reader.mayHold(source.text) ? (reader.read(source, files) ?? []) : [],
    ),
  );
  const named = new Set(paths);
  return worlds.filter(
    ({ source }) =>
      named.has(source.file) ||
      !worlds.some(
        ({ source: other, texts }) => other !== source && texts.some(({ file }) => file === source.file),
      ),
  );
}
