/** Rendered files are written, or compared with the output directory. */

import { resolve } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import type { OutFile } from '../../manifest/file.ts';
import { visibleLine } from '../../text/source/visible.ts';
import { plural } from '../../util/text.ts';
import { type Applied, applying, hasWork } from '../../write/apply.ts';
import { printDiff } from '../../write/diff.ts';
import { directory } from '../../write/disk/directory.ts';
import type { Disk } from '../../write/disk/disk.ts';
import { isInUse, lockOutput } from '../../write/disk/lock.ts';
import { type Plan, plan, readLedger, type Step } from '../../write/plan.ts';
import { CommandError, type ExitCode, exit, type Io } from '../io.ts';
import { count, stepLines } from './summary.ts';

export interface OutputOptions {
  readonly out: string;
  readonly dryRun?: boolean;
  readonly diff?: boolean;
  readonly check?: boolean;
  readonly force?: boolean;
  readonly prune?: boolean;
}

/** `beforeWriting` is called when it is certain that files will be written. */
export async function output(
  files: readonly OutFile[],
  options: OutputOptions,
  io: Io,
  beforeWriting: () => void,
): Promise<ExitCode> {
  const root = resolve(io.cwd, options.out);
  const first = planned(files, directory(root), options, io);
  if (options.check || options.dryRun || options.diff) return compare(first, options, io);
  const work = { prune: options.prune === true };
  if (!hasWork(first, work) && !isInUse(root)) {
    beforeWriting();
    return summarise(first, { written: 0, removed: 0 }, options, io);
  }
  const lock = lockOutput(root);
  try {
    const disk = directory(root, lock);
    const isSame = isDeepStrictEqual(readLedger(disk), first.texts);
    const now = isSame ? first : planned(files, disk, options, io);
    beforeWriting();
    return summarise(now, await finished(applying(now, disk, work)), options, io);
  } finally {
    lock?.close();
  }
}

/** Without a pause, an interrupt would not be seen: milliseconds. */
const rest = 100;

async function finished(work: Generator<undefined, Applied, undefined>): Promise<Applied> {
  let since = Date.now();
  for (let step = work.next(); ; step = work.next()) {
    if (step.done) return step.value;
    if (Date.now() - since < rest) continue;
    await setImmediate();
    since = Date.now();
  }
}

function summarise(
  done: Plan,
  { written, removed }: Applied,
  { out, prune }: OutputOptions,
  io: Io,
): ExitCode {
  io.stdout.write(stepLines(done.steps, prune === true));
  io.stdout.write(`${counts(done, written, removed)} in ${out}\n`);
  return exit.clean;
}

function planned(files: readonly OutFile[], disk: Disk, { force, out }: OutputOptions, io: Io): Plan {
  const result = plan(files, disk, { force: force === true });
  refuse(result, out, io);
  return result;
}

function refuse({ steps }: Plan, out: string, io: Io): void {
  const refused = steps.filter((step) => step.kind === 'refuse');
  for (const { path, why } of refused) io.stderr.write(`refuse  ${visibleLine(`${out}/${path}`)}: ${why}\n`);
  if (refused.length > 0)
    throw new CommandError(`nothing was written: ${plural(refused.length, 'file')} in the way`);
}

function compare(planned: Plan, { out, diff, check }: OutputOptions, io: Io): ExitCode {
  const unseen = check ? planned.steps.filter((step) => isKeptElsewhere(step, planned)) : [];
  const shown = { ...planned, steps: planned.steps.filter((step) => !unseen.includes(step)) };
  io.stdout.write(diff ? printDiff(shown) : stepLines(shown.steps, false));
  const { changed, stale, files } = count(shown.steps);
  if (!check) return exit.clean;
  if (unseen.length > 0)
    io.stdout.write(
      `${plural(unseen.length, 'file')} with secrets not compared: not in ${out}, as in a fresh clone\n`,
    );
  if (changed + stale === 0) {
    io.stdout.write(`${plural(files, 'file')} as rendered in ${out}\n`);
    return exit.clean;
  }
  io.stderr.write(`${out} is not as rendered: ${plural(changed, 'file')} to write, ${stale} stale\n`);
  return exit.findings;
}

/** A file with secrets that an earlier run wrote and that is not here: version control does not keep it. */
const isKeptElsewhere = (step: Step, { ledger }: Plan): boolean =>
  step.kind === 'create' && step.file.secret && ledger.secrets.has(step.file.path);

function counts(done: Plan, written: number, removed: number): string {
  const { files, stale } = count(done.steps);
  const left = stale - removed;
  return [
    plural(files, 'file'),
    `${written} written`,
    ...(removed > 0 ? [`${removed} removed`] : []),
    ...(left > 0 ? [`${left} stale (--prune removes them)`] : []),
  ].join(', ');
}
