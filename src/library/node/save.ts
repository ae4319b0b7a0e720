/** Single files: written whole or not at all. */
import { basename, dirname, resolve } from 'node:path';
import { machineFiles } from '../../app/machine/files.ts';
import { encodeBytes } from '../../text/source/bytes.ts';
import { directory } from '../../write/disk/directory.ts';
import { DiskError } from '../../write/disk/disk.ts';
import { replaceFile } from '../../write/disk/replace.ts';
import { rewriteFiles } from '../../write/rewrite.ts';
import { checkOptions, type OptionTable } from '../given/options.ts';
import { directoryOf, type PathOptions, pathOptions } from './paths.ts';

export interface OverwriteOptions extends PathOptions {
  /** Permission bits of a file that is made. Default: 0644. */
  readonly mode?: number | undefined;
}

const overwriteOptions: OptionTable<OverwriteOptions> = { ...pathOptions, mode: 'any' };

export interface SaveOptions extends OverwriteOptions {
  /** Replace a file with other content. Default: false. */
  readonly force?: boolean | undefined;
}

/**
 * Writes a file for a person to keep. `exists`: a file with other content is there, and stays. The directories on the way
 * are made.
 *
 * @throws DiskError where the machine refuses, and where something else than a file is in the way
 */
export function save(path: string, text: string, options: SaveOptions = {}): 'written' | 'same' | 'exists' {
  checkOptions('save()', options, { ...overwriteOptions, force: 'any' });
  const { force = false, mode = 0o644, cwd } = options;
  const full = resolve(directoryOf({ cwd }), path);
  const disk = directory(dirname(full));
  const entry = disk.look(basename(full));
  if (entry.kind === 'blocked') throw new DiskError('write', path, new Error(entry.why));
  if (entry.kind === 'file') {
    if (entry.content === text) return 'same';
    if (!force) return 'exists';
    overwrite(path, text, { mode, cwd });
  } else disk.write(basename(full), text, mode);
  return 'written';
}

/**
 * Writes a new file, or replaces the content of one, which keeps its owner, mode and links.
 *
 * @throws DiskError where the machine refuses
 */
export function overwrite(path: string, text: string, options: OverwriteOptions = {}): void {
  checkOptions('overwrite()', options, overwriteOptions);
  const { mode = 0o644, cwd } = options;
  const from = directoryOf({ cwd });
  const full = resolve(from, path);
  const before = machineFiles(from).read(path);
  try {
    if (before) rewriteFiles([{ path: full, shown: path, before, after: encodeBytes(text) }]);
    else replaceFile(full, text, mode, { near: dirname(full) });
  } catch (error) {
    throw error instanceof DiskError ? error : new DiskError('write', path, error);
  }
}
