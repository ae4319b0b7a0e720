/** A directory on disk. Nothing outside it is touched, not even through a symbolic link that stands inside. */
import {
  lstatSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmdirSync,
  type Stats,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { type Disk, DiskError, type Entry } from './disk.ts';

/** `root` need not exist; it may be a symbolic link, since its owner named it. */
export function directory(root: string): Disk {
  const ways = new Map<string, Way>();
  const way = (folder: string): Way => {
    const known = ways.get(folder);
    if (known) return known;
    const found = folder === '.' ? rootWay(root) : findWay(root, folder, way(dirname(folder)));
    ways.set(folder, found);
    return found;
  };

  /** Level by level: whoever knows what is there need not try what is not. */
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
      replaceFile(join(root, path), content, mode);
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
    // Somebody made it meanwhile: what it is shows when it is written to, and a link is not followed blindly.
    if ((error as NodeJS.ErrnoException).code === 'EEXIST' && statOf(path)?.isDirectory()) return;
    throw new DiskError('make the directory', path, error);
  }
}

/**
 * Beside and then renamed, so that a reader, or a kill, sees the old file or the new one. The mode is given when the
 * file is made, so that a secret is never readable for a moment. What a killed run left beside is taken away.
 */
export function replaceFile(path: string, content: string, mode: number): void {
  const beside = `${path}.consul-cfg-new`;
  try {
    writeNew(beside, content, mode);
    renameSync(beside, path);
  } catch (error) {
    unlinkQuietly(beside);
    throw new DiskError('write', path, error);
  }
}

function writeNew(path: string, content: string, mode: number): void {
  try {
    writeFileSync(path, content, { mode, flag: 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    unlinkSync(path);
    writeFileSync(path, content, { mode, flag: 'wx' });
  }
}

function unlinkQuietly(path: string): void {
  try {
    unlinkSync(path);
  } catch {
    // Nothing was made, or it was renamed already.
  }
}

/** The file, and the folders that it leaves empty. */
function removeFile(root: string, path: string): void {
  try {
    unlinkSync(join(root, path));
  } catch (error) {
    if (!isAbsent(error)) throw new DiskError('remove', join(root, path), error);
  }
  for (let folder = dirname(path); folder !== '.'; folder = dirname(folder)) {
    try {
      rmdirSync(join(root, folder));
    } catch {
      return;
    }
  }
}
