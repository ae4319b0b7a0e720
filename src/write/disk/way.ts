/** The way to a folder below a root, held open: what is swapped for a symbolic link meanwhile leads nowhere else. */
import { closeSync, constants, existsSync, lstatSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { DiskError } from './disk.ts';

/** Linux's O_PATH: to pass through a directory one need not be allowed to list it. */
const pathOnly = 0o10000000;

const held = '/proc/self/fd';

/**
 * @param folder relative to root, `.` for itself; the root may be a symbolic link, nothing below it
 * @param use is given the path of the folder, to be used at once
 */
export function inFolder<T>(root: string, folder: string, use: (path: string) => T): T {
  const parts = folder === '.' ? [] : folder.split('/');
  return existsSync(held) ? throughHandles(root, parts, use) : throughNames(root, parts, use);
}

function throughHandles<T>(root: string, parts: readonly string[], use: (path: string) => T): T {
  const flags = pathOnly | constants.O_DIRECTORY;
  let handle = openSync(root, flags);
  try {
    let shown = root;
    for (const part of parts) {
      shown = join(shown, part);
      const next = open(`${held}/${handle}/${part}`, flags | constants.O_NOFOLLOW, shown);
      closeSync(handle);
      handle = next;
    }
    return use(`${held}/${handle}`);
  } finally {
    closeSync(handle);
  }
}

function open(path: string, flags: number, shown: string): number {
  try {
    return openSync(path, flags);
  } catch (error) {
    throw new DiskError('write below', shown, error);
  }
}

/** Elsewhere each step is looked at right before. */
function throughNames<T>(root: string, parts: readonly string[], use: (path: string) => T): T {
  let path = root;
  for (const part of parts) {
    path = join(path, part);
    if (!lstatSync(path).isDirectory()) throw new DiskError('write below', path, 'it is not a directory');
  }
  return use(path);
}
