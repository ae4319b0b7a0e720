/** Texts that a command reads one by one and writes: files and standard input. */
import { dirname, isAbsolute, resolve } from 'node:path';
import { machineFiles } from '../../app/machine/files.ts';
import { type Finding, tidy } from '../../finding.ts';
import { findingOf } from '../../model/load/load.ts';
import { encodeBytes } from '../../text/source/bytes.ts';
import type { Problem } from '../../text/source/problem.ts';
import { Source } from '../../text/source/source.ts';
import { DiskError } from '../../write/disk/disk.ts';
import { replaceFile } from '../../write/disk/replace.ts';
import { rewriteFiles } from '../../write/rewrite.ts';
import { CommandError, type Io } from '../io.ts';
import { printReport } from './report.ts';

export function readSource(path: string, io: Io): Source {
  const bytes = machineFiles(io.cwd).read(path);
  if (!bytes) throw new CommandError(`${path} cannot be read`);
  return Source.fromBytes(path, bytes);
}

export async function stdinSource(io: Io): Promise<Source> {
  return Source.fromBytes('<stdin>', await io.stdin());
}

export interface NewText {
  readonly file: string;
  readonly before: string;
  readonly after: string;
}

/** Rewrites all of these files, with the owner, mode and links that they have, or none of them. */
export function rewrite(texts: readonly NewText[], io: Io): void {
  for (const { file, after } of texts) {
    if (/\p{Cs}/u.test(after))
      throw new CommandError(`${file} holds bytes that are not UTF-8; correct them first`);
  }
  try {
    rewriteFiles(
      texts.map(({ file, before, after }) => ({
        path: isAbsolute(file) ? file : `${io.cwd}/${file}`,
        shown: file,
        before: encodeBytes(before),
        after: encodeBytes(after),
      })),
    );
  } catch (error) {
    if (error instanceof DiskError) throw new CommandError(error.message);
    throw error;
  }
}

/** Writes a new file, or replaces the content of one, which keeps its owner, mode and links. */
export function writeText(path: string, text: string, mode: number, io: Io): void {
  const full = resolve(io.cwd, path);
  const before = machineFiles(io.cwd).read(path);
  try {
    if (before) rewriteFiles([{ path: full, shown: path, before, after: encodeBytes(text) }]);
    else replaceFile(full, text, mode, { near: dirname(full) });
  } catch (error) {
    throw error instanceof DiskError
      ? new CommandError(error.message)
      : new CommandError(new DiskError('write', path, error).message);
  }
}

/** Reports why texts stay as they are on standard error, since standard output is for the texts. */
export async function explain(problems: readonly Problem[], files: number, io: Io): Promise<void> {
  const findings: Finding[] = tidy(problems.map(findingOf));
  await printReport({ findings, files }, undefined, { ...io, stdout: io.stderr });
}
