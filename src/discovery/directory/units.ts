/** The units of some directories that start an agent, with their drop-ins and the environment that they name. */
import type { FileSystem } from '../../model/load/files.ts';
import { readUnit, type Unit } from '../../subjects/unit/unit.ts';
import { Source } from '../../text/source/source.ts';
import { join } from '../paths.ts';

/** @param root of the machine's tree, in which files of the environment are looked up */
export function unitsIn(directories: readonly string[], fs: FileSystem, root?: string): readonly Unit[] {
  const listed = directories.map((directory) => ({ directory, names: namesIn(directory, fs) }));
  const seen = new Set<string>();
  return listed.flatMap(({ directory, names }) =>
    names.flatMap((name) => {
      if (!name.endsWith('.service') || seen.has(name)) return [];
      const dropIns = listed
        .filter((other) => other.names.includes(`${name}.d`))
        .flatMap((other) => {
          const below = join(other.directory, `${name}.d`);
          return namesIn(below, fs)
            .filter((entry) => entry.endsWith('.conf'))
            .map((entry) => join(below, entry));
        });
      const unit = unitOf([join(directory, name), ...dropIns], fs, root);
      if (unit) seen.add(name);
      return unit ?? [];
    }),
  );
}

/** A unit of its file and its drop-ins; undefined where it starts no agent. */
export function unitOf(paths: readonly string[], fs: FileSystem, root?: string): Unit | undefined {
  const sources = paths.flatMap((path) => sourceAt(path, fs) ?? []);
  if (sources.length === 0) return undefined;
  return readUnit(sources, (path) =>
    root === undefined ? undefined : sourceAt(join(root, path.replace(/^\/+/, '')), fs)?.text,
  );
}

function sourceAt(path: string, fs: FileSystem): Source | undefined {
  const bytes = fs.stat(path) === 'file' ? fs.read(path) : undefined;
  return bytes && Source.fromBytes(path, bytes);
}

function namesIn(directory: string, fs: FileSystem): string[] {
  if (fs.stat(directory) !== 'directory') return [];
  return (fs.list(directory) ?? []).map(({ name }) => name).sort();
}
