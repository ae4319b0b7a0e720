/** A file of ours: made whole elsewhere and then renamed, so that a reader, or a kill, sees the old one or the new one. */
import { chmodSync, chownSync, lstatSync, renameSync, type Stats } from 'node:fs';
import { native } from '../../text/source/paths.ts';
import { openStaging, type Staging } from './staging.ts';

export interface ReplaceOptions {
  /** Where it becomes whole; on the same file system. */
  readonly staging?: Staging | undefined;
  /** The directory in which to stage it otherwise. */
  readonly near: string;
}

/**
 * The mode of a new file goes through the umask, as everywhere; one that is there keeps its owner where the system
 * lets it, and its mode where that lets its owner do the same.
 *
 * @throws the system's refusal
 */
export function replaceFile(
  path: string,
  content: string | Uint8Array,
  mode: number,
  { staging, near }: ReplaceOptions,
): void {
  try {
    if (staging) stage(path, content, mode, staging);
    else stagedNear(path, content, mode, near);
  } catch (error) {
    // A part of the tree may be a mount.
    if (!staging || (error as NodeJS.ErrnoException).code !== 'EXDEV') throw error;
    stagedNear(path, content, mode, near);
  }
}

function stagedNear(path: string, content: string | Uint8Array, mode: number, near: string): void {
  const staging = openStaging(near);
  try {
    stage(path, content, mode, staging);
  } finally {
    staging.close();
  }
}

function stage(path: string, content: string | Uint8Array, mode: number, staging: Staging): void {
  const file = staging.add(content, mode);
  const before = lstatSync(native(path), { throwIfNoEntry: false });
  if (before?.isFile()) keep(file, before, mode);
  renameSync(file, native(path));
}

function keep(file: string, before: Stats, mode: number): void {
  try {
    const now = lstatSync(file);
    if (now.uid !== before.uid || now.gid !== before.gid) chownSync(file, before.uid, before.gid);
  } catch {
    // The file is ours by its content: who may write it again is not worth a refusal.
  }
  const isSecret = (mode & 0o077) === 0;
  if (!isSecret && (before.mode & 0o700) === (mode & 0o700)) chmodSync(file, before.mode & 0o777);
}
