/** A directory on disk. Nothing outside it is touched, not even through a symbolic link inside it. */
import { lstatSync, mkdirSync, readFileSync, realpathSync, rmdirSync, type Stats, unlinkSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { type Disk, DiskError, type Entry } from './disk.ts';
import { replaceFile } from './replace.ts';
import type { Staging } from './staging.ts';
import { inFolder } from './way.ts';

/**
 * `root` need not exist; it may be a symbolic link, since its owner named it. Files become whole in `staging`, else in
 * a separate directory next to them.
 */
export function directory(root: string, staging?: Staging): Disk {
  const ways = new Map<string, Way>();
  const way = (folder: string): Way => {
    const known = ways.get(folder);
    if (known) return known;
    const found = folder === '.' ? rootWay(root) : findWay(root, folder, way(dirname(folder)));
    ways.set(folder, found);
    return found;
  };

  /** Level by level: known files need not be tried one by one. */
  const open = (folder: string): void => {
    if (way(folder).kind !== 'absent') return;
    if (folder === '.') makeFolder(root, true);
    else {
      open(dirname(folder));
      makeFolder(join(root, folder), false);
    }
    ways.set(folder, { kind: 'open' });
  };

  return {
    look: (path) => {
      const parent = way(dirname(path));
      return parent.kind === 'open' ? lookAt(join(root, path)) : parent;
    },
    write: (path, content, mode) => {
      const parent = way(dirname(path));
      if (parent.kind === 'blocked') throw new DiskError('write', join(root, path), parent.why);
      if (parent.kind === 'absent') open(dirname(path));
      const shown = join(root, path);
      guarded('write', shown, () =>
        inFolder(root, dirname(path), (folder) => {
          replaceFile(join(folder, basename(path)), content, mode, { staging, near: dirname(shown) });
        }),
      );
    },
    remove: (path) => removeFile(root, path),
  };
}

type Way =
  | { readonly kind: 'open' }
  | { readonly kind: 'absent' }
  | { readonly kind: 'blocked'; readonly why: string };

function rootWay(root: string): Way {
  try {
    const real = lstatSync(realpathSync(root));
    return real.isDirectory() ? { kind: 'open' } : { kind: 'blocked', why: `${root} is not a directory` };
  } catch (error) {
    if (isAbsent(error)) return { kind: 'absent' };
    throw new DiskError('look into', root, error);
  }
}

function findWay(root: string, folder: string, parent: Way): Way {
  if (parent.kind !== 'open') return parent;
  const stats = statOf(join(root, folder));
  if (!stats) return { kind: 'absent' };
  if (stats.isDirectory()) return { kind: 'open' };
  const what = stats.isSymbolicLink() ? 'a symbolic link' : 'not a directory';
  return { kind: 'blocked', why: `${join(root, folder)} is ${what}` };
}

function lookAt(path: string): Entry {
  const stats = statOf(path);
  if (!stats) return { kind: 'absent' };
  if (stats.isSymbolicLink()) return { kind: 'blocked', why: 'it is a symbolic link' };
  if (stats.isDirectory()) return { kind: 'blocked', why: 'it is a directory' };
  if (!stats.isFile()) return { kind: 'blocked', why: 'it is not a plain file' };
  try {
    return { kind: 'file', content: readFileSync(path, 'utf8'), mode: stats.mode & 0o777 };
  } catch (error) {
    throw new DiskError('read', path, error);
  }
}

function statOf(path: string): Stats | undefined {
  try {
    return lstatSync(path);
  } catch (error) {
    if (isAbsent(error)) return undefined;
    throw new DiskError('look at', path, error);
  }
}

const isAbsent = (error: unknown): boolean => (error as NodeJS.ErrnoException).code === 'ENOENT';

function makeFolder(path: string, recursive: boolean): void {
  try {
    mkdirSync(path, { recursive });
  } catch (error) {
    // Another program created it meanwhile: writing to it checks what it is, and a link is not followed blindly.
    if ((error as NodeJS.ErrnoException).code === 'EEXIST' && statOf(path)?.isDirectory()) return;
    throw new DiskError('make the directory', path, error);
  }
}

/** The file, and the folders that it leaves empty. */
function removeFile(root: string, path: string): void {
  guarded('remove', join(root, path), () =>
    inFolder(root, dirname(path), (at) => unlink(join(at, basename(path)))),
  );
  for (let folder = dirname(path); folder !== '.'; folder = dirname(folder)) {
    try {
      inFolder(root, dirname(folder), (at) => rmdirSync(join(at, basename(folder))));
    } catch {
      return;
    }
  }
}

function unlink(path: string): void {
  try {
    unlinkSync(path);
  } catch (error) {
    if (!isAbsent(error)) throw error;
  }
}

function guarded(doing: string, path: string, work: () => void): void {
  try {
    work();
  } catch (error) {
    throw error instanceof DiskError ? error : new DiskError(doing, path, error);
  }
}
