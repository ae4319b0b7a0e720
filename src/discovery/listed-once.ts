/**
 * A file system that lists each directory once. Agents, units and Patroni are looked for at some twenty places below
 * each machine; below a directory that was listed, listings say which of them exist, without a call of the system each.
 */
import { basename, dirname } from 'node:path';
import type { DirectoryEntry, FileSystem, Stat } from '../model/load/files.ts';
import { memoByText } from '../util/memo.ts';

interface Listing {
  readonly entries: readonly DirectoryEntry[] | undefined;
  readonly byName: ReadonlyMap<string, DirectoryEntry>;
}

/** Its other members stay as they are. Meant for one run over files, in which directories do not change. */
export function listedOnce<Files extends FileSystem>(fs: Files): Files {
  const listings = new Map<string, Listing>();
  const stat = memoByText((path) => listedKind(path) ?? fs.stat(path));
  return { ...fs, list: (path) => listingOf(path).entries, stat };

  function listingOf(path: string): Listing {
    let listing = listings.get(path);
    if (!listing) {
      const entries = fs.list(path);
      listing = { entries, byName: new Map(entries?.map((entry) => [keyOf(entry.name), entry])) };
      listings.set(path, listing);
    }
    return listing;
  }

  /** Undefined where no listing shows it: above and next to what was listed, and where symbolic links lead. */
  function listedKind(path: string): Stat | undefined {
    const parent = dirname(path);
    if (parent === path) return undefined;
    if (!listings.has(parent)) {
      const above = listedKind(parent);
      if (above === 'missing') return 'missing';
      if (above !== 'directory') return undefined;
    }
    const { entries, byName } = listingOf(parent);
    const name = basename(path);
    const entry = byName.get(keyOf(name));
    if (!entry) return entries && 'missing';
    return entry.name === name && !entry.symlink ? entry.kind : undefined;
  }
}

/** Some file systems find a name in another case: there the system is asked. */
const keyOf = (name: string): string => name.toLowerCase();
