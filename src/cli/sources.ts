/** Texts that a command rewrites: files, the files of directories, standard input. */
import { realpathSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { type Finding, tidy } from '../finding.ts';
import { findingOf } from '../model/load.ts';
import type { Problem } from '../text/problem.ts';
import { Source } from '../text/source.ts';
import { replaceFile } from '../write/directory.ts';
import { filesFrom } from './files.ts';
import { CommandError, type Io } from './io.ts';
import { printReport } from './print.ts';

export function readSource(path: string, io: Io): Source {
  const bytes = filesFrom(io.cwd).read(path);
  if (!bytes) throw new CommandError(`${path} cannot be read`);
  return Source.fromBytes(path, bytes);
}

export async function stdinSource(io: Io): Promise<Source> {
  return Source.fromBytes('<stdin>', await io.stdin());
}

/** Rewrites a file at once, with the mode that it has; a symlink stays one. */
export function rewrite(path: string, text: string, io: Io): void {
  if (/\p{Cs}/u.test(text)) throw new CommandError(`${path} holds bytes that are not UTF-8; mend them first`);
  try {
    const target = realpathSync(resolve(io.cwd, path));
    replaceFile(target, text, statSync(target).mode & 0o777);
  } catch (error) {
    throw new CommandError(`${path} cannot be written: ${error instanceof Error ? error.message : error}`);
  }
}

/** Why texts stay as they are, on standard error: standard output is for the texts. */
export async function explain(problems: readonly Problem[], files: number, io: Io): Promise<void> {
  const findings: Finding[] = tidy(problems.map(findingOf));
  await printReport({ findings, files }, undefined, { ...io, stdout: io.stderr });
}
