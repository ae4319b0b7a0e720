/**
 * A directory in which files are written before they are renamed to their final path. Others cannot read it, git
 * passes over it whatever the repository ignores, and it is gone when the work ends. What a killed run left is taken
 * away by the next one that writes to the same place.
 */
import { randomBytes } from 'node:crypto';
import { closeSync, fsyncSync, mkdirSync, openSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { native } from '../../text/source/paths.ts';
import { onInterrupt } from './interrupt.ts';
import { isAbandoned, signOwner } from './owner.ts';

export interface Staging {
  readonly folder: string;
  /** Makes a file with these bytes; `mode` goes through the umask. */
  readonly add: (content: string | Uint8Array, mode: number) => string;
  /** The path of a file that is not there yet. */
  readonly next: () => string;
  readonly close: () => void;
}

/** The names of directories that are in use, and of what killed runs left. */
export const isOwn = (name: string): boolean => /^\.consul-cfg-\d+-[0-9a-f]{12}\.tmp$/.test(name);

/** @throws the system's refusal */
export function openStaging(parent: string): Staging {
  sweep(parent);
  return stagingAt(makeOwn(parent));
}

export const freshName = (parent: string): string =>
  join(parent, `.consul-cfg-${process.pid}-${randomBytes(6).toString('hex')}.tmp`);

/** A new directory next to the target, with the process that owns it: others see whether that still runs. */
export function makeOwn(parent: string): string {
  const folder = freshName(parent);
  mkdirSync(native(folder), { mode: 0o700 });
  try {
    signOwner(folder);
    ignoreByGit(folder);
  } catch (error) {
    rmSync(native(folder), { recursive: true, force: true });
    throw error;
  }
  return folder;
}

/** `git add -A` ignores a directory with this file. */
export function ignoreByGit(folder: string): void {
  writeFileSync(native(join(folder, '.gitignore')), '*\n', { flag: 'wx' });
}

/** @param leave takes the directory away; default: at once, with all that is in it */
export function stagingAt(folder: string, leave = () => remove(folder)): Staging {
  let count = 0;
  const next = (): string => join(folder, `${++count}`);
  const forget = onInterrupt(leave);
  return {
    folder,
    next,
    add: (content, mode) => {
      const path = next();
      writeWhole(path, content, mode, count <= durable);
      return path;
    },
    close: () => {
      forget();
      try {
        leave();
      } catch {
        // The work is done: what cannot be taken away now, the next run that writes here takes away.
      }
    },
  };
}

export const remove = (folder: string): void => rmSync(native(folder), { recursive: true, force: true });

/** To wait for the disk takes milliseconds a file: a render of more files than this is made again after a loss of power. */
const durable = 1000;

/** On the disk before it has its name, since a name with nothing behind it would be worse than the old file. */
function writeWhole(path: string, content: string | Uint8Array, mode: number, isDurable: boolean): void {
  const fd = openSync(native(path), 'wx', mode);
  try {
    writeFileSync(fd, content);
    if (isDurable) fsyncSync(fd);
  } finally {
    closeSync(fd);
  }
}

/** Only what has our name and no running owner. */
export function sweep(parent: string): void {
  for (const name of readdirSync(native(parent))) {
    if (!isOwn(name)) continue;
    const folder = join(parent, name);
    if (isAbandoned(folder)) remove(folder);
  }
}
