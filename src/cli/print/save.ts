/** Files that a command writes for a person to keep: an existing file is kept unless `--force` is given. */
import { basename, dirname, resolve } from 'node:path';
import { directory } from '../../write/disk/directory.ts';
import { DiskError } from '../../write/disk/disk.ts';
import { CommandError, type Io } from '../io.ts';
import { writeText } from './sources.ts';

export interface SaveOptions {
  readonly force: boolean;
  /** Permission bits of a file that is made; default 0644. */
  readonly mode?: number;
}

/** @throws CommandError where another file is in the way, or writing fails */
export function saveFile(path: string, text: string, { force, mode = 0o644 }: SaveOptions, io: Io): void {
  const full = resolve(io.cwd, path);
  try {
    const disk = directory(dirname(full));
    const entry = disk.look(basename(full));
    if (entry.kind === 'file' && entry.content === text) return;
    if (entry.kind === 'blocked') throw new CommandError(`cannot write ${path}: ${entry.why}`);
    if (entry.kind === 'file' && !force) {
      throw new CommandError(`${path} exists with other content; --force overwrites it`);
    }
    if (entry.kind === 'file') writeText(path, text, mode, io);
    else disk.write(basename(full), text, mode);
  } catch (error) {
    if (error instanceof DiskError) throw new CommandError(error.message);
    throw error;
  }
}
