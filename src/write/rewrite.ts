/**
 * Files of people: a new text, and all else as it was — owner, group, mode, links, and what `cp` of the system carries
 * besides, such as access lists. Where that cannot be, nothing is written.
 */
import {
  closeSync,
  fchmodSync,
  fchownSync,
  fstatSync,
  fsyncSync,
  lstatSync,
  openSync,
  readFileSync,
  renameSync,
  type Stats,
  writeFileSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { native, realPath } from '../text/source/paths.ts';
import { copyWhole } from './disk/copy.ts';
import { DiskError } from './disk/disk.ts';
import { openStaging, type Staging } from './disk/staging.ts';

export interface Change {
  /** Absolute. A symbolic link stays one: what it leads to is written. */
  readonly path: string;
  /** As people wrote it. */
  readonly shown: string;
  /** What was read: a file that has changed since is left alone. */
  readonly before: Uint8Array;
  readonly after: Uint8Array;
}

/**
 * All of them, or none where one cannot be: each is ready before the first gets its name.
 *
 * @throws DiskError that names the file and the reason
 */
export function rewriteFiles(changes: readonly Change[]): void {
  const stagings = new Map<string, Staging>();
  let written = 0;
  try {
    const ready = changes.map((change) => naming(change, () => prepare(change, stagings)));
    for (const file of ready) {
      naming(file.change, () => commit(file));
      written++;
    }
  } catch (error) {
    if (!(error instanceof DiskError)) throw error;
    throw new DiskError('write', error.path, `${error.why}; ${leftOver(written)}`);
  } finally {
    for (const staging of stagings.values()) staging.close();
  }
}

const leftOver = (written: number): string =>
  written === 0 ? 'nothing was written' : `only the ${written} before it were written`;

interface Ready {
  readonly change: Change;
  readonly target: string;
  readonly file: string;
  readonly stats: Stats;
}

function prepare(change: Change, stagings: Map<string, Staging>): Ready {
  const target = realPath(change.path);
  const stats = lstatSync(native(target));
  if (!stats.isFile()) throw new Error('it is not a plain file');
  if (stats.nlink > 1) {
    throw new Error(
      `it has ${stats.nlink} names (hard links), of which only this one would get the new text; ` +
        'write it with an editor that keeps them, or make the others symbolic links',
    );
  }
  refuseChanged(target, stats, change);
  const folder = dirname(target);
  const staging = stagings.get(folder) ?? openStaging(folder);
  stagings.set(folder, staging);
  const file = staging.next();
  copyWhole(target, file);
  fill(file, change.after, stats);
  return { change, target, file, stats };
}

/** A change between this check and the rename is not noticed: there is no rename that compares. */
function commit({ change, target, file, stats }: Ready): void {
  refuseChanged(target, stats, change);
  renameSync(native(file), native(target));
}

function refuseChanged(target: string, stats: Stats, { before }: Change): void {
  const now = lstatSync(native(target), { throwIfNoEntry: false });
  const isSame =
    now?.ino === stats.ino &&
    now.dev === stats.dev &&
    now.mode === stats.mode &&
    now.uid === stats.uid &&
    now.gid === stats.gid &&
    now.nlink === stats.nlink &&
    Buffer.compare(readFileSync(native(target)), before) === 0;
  if (!isSame) throw new Error('it was changed since it was read; look at it, and run this again');
}

/** `chown` comes before the mode, of which it clears a part. */
function fill(file: string, content: Uint8Array, { uid, gid, mode }: Stats): void {
  const fd = openSync(native(file), 'r+');
  try {
    writeFileSync(fd, content);
    const made = fstatSync(fd);
    if (made.uid !== uid || made.gid !== gid) chown(fd, uid, gid);
    fchmodSync(fd, mode & 0o7777);
    const { mode: kept } = fstatSync(fd);
    if (kept !== mode) throw new Error('its mode cannot be kept');
    fsyncSync(fd);
  } finally {
    closeSync(fd);
  }
}

function chown(fd: number, uid: number, gid: number): void {
  try {
    fchownSync(fd, uid, gid);
  } catch {
    throw new Error(`it belongs to ${uid}:${gid}, and only root could keep that; run this as root`);
  }
}

function naming<T>({ shown }: Change, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw new DiskError('write', shown, error);
  }
}
