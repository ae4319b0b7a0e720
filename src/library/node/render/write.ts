/** Rendered files to a directory. */
import { setImmediate } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import type { OutFile } from '../../../manifest/file.ts';
import { type Applied, apply, applying, hasWork } from '../../../write/apply.ts';
import { directory } from '../../../write/disk/directory.ts';
import type { Disk } from '../../../write/disk/disk.ts';
import { isInUse, lockOutput } from '../../../write/disk/lock.ts';
import { type Plan, plan as planFiles, readLedger } from '../../../write/plan.ts';
import { checkOptions, type OptionTable } from '../../given/options.ts';
import { type PlannedStep, type PlanOptions, refuseSteps, stepOf } from './plan.ts';

export interface WriteOptions extends Pick<PlanOptions, 'force'> {
  /** Remove files that were rendered before and are not any more. Default: false. */
  readonly prune?: boolean | undefined;
}

const writeOptions: OptionTable<WriteOptions> = { force: 'any', prune: 'any' };

export interface Written {
  readonly steps: readonly PlannedStep[];
  /** How many files were written. */
  readonly written: number;
  /** How many stale ones were removed. */
  readonly removed: number;
}

/**
 * Writes files so that each is old or new whenever the program ends, and remembers what it wrote.
 *
 * @throws ConsulCfgError where a file of others is in the way, and then nothing is written; DiskError where the machine
 * refuses
 */
export function write(files: readonly OutFile[], out: string, options: WriteOptions = {}): Written {
  checkOptions('write()', options, writeOptions);
  const lock = lockOutput(out);
  try {
    const disk = directory(out, lock);
    const now = planned('write()', files, disk, options);
    const work = { prune: options.prune === true };
    return writtenBy(now, hasWork(now, disk, work) ? apply(now, disk, work) : nothing);
  } finally {
    lock?.close();
  }
}

export interface WriteInStepsOptions extends WriteOptions {
  /** Called once it is certain that nothing is in the way: for keys that must be on the disk before files with them. */
  readonly before?: (() => void) | undefined;
}

/**
 * `write` that lets others run every 100 ms, so that an interrupt is seen. A directory in which there is nothing to write is
 * left alone, and need not be writable.
 *
 * @throws as `write`
 */
export async function writeInSteps(
  files: readonly OutFile[],
  out: string,
  options: WriteInStepsOptions = {},
): Promise<Written> {
  const caller = 'writeInSteps()';
  checkOptions(caller, options, { ...writeOptions, before: 'any' });
  const { before = () => undefined } = options;
  const work = { prune: options.prune === true };
  const present = directory(out);
  const first = planned(caller, files, present, options);
  if (!hasWork(first, present, work) && !isInUse(out)) {
    before();
    return writtenBy(first, nothing);
  }
  const lock = lockOutput(out);
  try {
    const disk = directory(out, lock);
    const isSame = isDeepStrictEqual(readLedger(disk), first.texts);
    const now = isSame ? first : planned(caller, files, disk, options);
    before();
    return writtenBy(now, await finished(applying(now, disk, work)));
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

const nothing: Applied = { written: 0, removed: 0 };

const writtenBy = ({ steps }: Plan, done: Applied): Written => ({ steps: steps.map(stepOf), ...done });

function planned(caller: string, files: readonly OutFile[], disk: Disk, { force }: WriteOptions): Plan {
  const plan = planFiles(files, disk, { force: force === true });
  refuseSteps(caller, plan);
  return plan;
}
