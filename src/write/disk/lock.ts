/** One run at a time writes into an output directory: two would mix their files, and each would keep its own ledger. */
import { lstatSync, mkdirSync, readdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stateName } from '../ledger.ts';
import { DiskError } from './disk.ts';
import { makeDirectories } from './make-directories.ts';
import { isAbandoned, isHere, ownerOf } from './owner.ts';
import { freshName, ignoreByGit, isOwn, makeOwn, remove, type Staging, stagingAt, sweep } from './staging.ts';

/**
 * The lock of an output directory, which is made where it is not there: a staging directory under a name that only
 * one can have. Undefined where nothing can be written, so that a run that need not write may go on.
 *
 * @throws DiskError where another run has it, or something else is in the way
 */
export function lockOutput(root: string): Staging | undefined {
  const state = join(root, stateName);
  try {
    makeDirectories(root);
    makeState(state);
    sweep(state);
    return take(state, join(state, 'lock'));
  } catch (error) {
    if (error instanceof DiskError) throw error;
    if (/^(?:EACCES|EPERM|EROFS|EEXIST|ENOTDIR)$/.test(codeOf(error))) return undefined;
    throw new DiskError('write into', root, error);
  }
}

/** Whether a run is writing, or was killed while it did. */
export function isInUse(root: string): boolean {
  try {
    return readdirSync(join(root, stateName)).some((name) => name === 'lock' || isOwn(name));
  } catch {
    return false;
  }
}

const codeOf = (error: unknown): string => (error as NodeJS.ErrnoException).code ?? '';

function makeState(state: string): void {
  unlessThere(() => mkdirSync(state));
  if (!lstatSync(state).isDirectory()) {
    throw new DiskError('write into', state, 'it is not a directory; move it away');
  }
  unlessThere(() => ignoreByGit(state));
}

function unlessThere(make: () => void): void {
  try {
    make();
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error;
  }
}

/** Renamed into its place whole, with its owner in it; over a directory that holds something that is refused. */
function take(state: string, lock: string): Staging {
  const own = makeOwn(state);
  try {
    if (!renamed(own, lock)) {
      takeAway(state, lock);
      if (!renamed(own, lock)) throw isHeld(lock);
    }
  } catch (error) {
    remove(own);
    throw error;
  }
  return stagingAt(lock, () => {
    // The name first: another run may take it while the rest is removed.
    if (renamed(lock, own)) remove(own);
  });
}

function renamed(from: string, to: string): boolean {
  try {
    renameSync(from, to);
    return true;
  } catch (error) {
    if (/^(?:ENOTEMPTY|EEXIST|EPERM|ENOTDIR|ENOENT)$/.test(codeOf(error))) return false;
    throw error;
  }
}

/** Of a run that has ended without doing so itself. Who makes the mark in it, and only that one, may move it. */
function takeAway(state: string, lock: string): void {
  const signer = JSON.stringify(ownerOf(lock));
  if (!isAbandoned(lock)) throw isHeld(lock);
  const mark = join(lock, 'abandoned');
  try {
    writeFileSync(mark, `${process.pid}\n`, { flag: 'wx' });
  } catch {
    throw isHeld(lock);
  }
  // Another run may have been quicker, and this is its lock.
  if (JSON.stringify(ownerOf(lock)) !== signer) {
    remove(mark);
    throw isHeld(lock);
  }
  const away = freshName(state);
  renameSync(lock, away);
  remove(away);
}

function isHeld(lock: string): DiskError {
  const owner = ownerOf(lock);
  const who = owner
    ? `process ${owner.pid}${isHere(owner) ? '' : ` on ${owner.machine.split(' ')[0]}`}`
    : 'it';
  return new DiskError(
    'write into',
    join(lock, '../..'),
    `another render is writing there (${who}); run this again when it has ended, or remove ${lock} if none is running`,
  );
}
