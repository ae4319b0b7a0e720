/** Rendered files are written, or compared with the output directory. */
import { resolve } from 'node:path';
import { ConsulCfgError } from '../../index.ts';
import { type OutFile, type PlannedStep, plan, planDiff, type Written, writeInSteps } from '../../node.ts';
import { plural } from '../../util/text.ts';
import { visibleLine } from '../../util/visible.ts';
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

/** `before` is called when it is certain that files will be written. */
export async function output(
  files: readonly OutFile[],
  options: OutputOptions,
  io: Io,
  before: () => void,
): Promise<ExitCode> {
  const { out, force, prune, check, dryRun, diff } = options;
  const root = resolve(io.cwd, out);
  if (check || dryRun || diff) return compare(files, root, options, io);
  const written = await writing(() => writeInSteps(files, root, { force, prune, before }), out, io);
  io.stdout.write(stepLines(written.steps, prune === true));
  io.stdout.write(`${counts(written)} in ${out}\n`);
  return exit.clean;
}

/** Where files of others are in the way, they are listed. */
async function writing(work: () => Promise<Written>, out: string, io: Io): Promise<Written> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof ConsulCfgError)) throw error;
    throw refusal(
      error.findings.map(({ property, message }) => ({ path: property, why: message })),
      out,
      io,
    );
  }
}

function refusal(steps: readonly Pick<PlannedStep, 'path' | 'why'>[], out: string, io: Io): CommandError {
  for (const { path, why } of steps) io.stderr.write(`refuse  ${visibleLine(`${out}/${path}`)}: ${why}\n`);
  return new CommandError(`nothing was written: ${plural(steps.length, 'file')} in the way`);
}

function compare(
  files: readonly OutFile[],
  root: string,
  { out, force, diff, check }: OutputOptions,
  io: Io,
): ExitCode {
  const options = { force, committed: check };
  const steps = plan(files, root, options);
  const refused = steps.filter(({ kind }) => kind === 'refuse');
  if (refused.length > 0) throw refusal(refused, out, io);
  io.stdout.write(diff ? planDiff(files, root, options) : stepLines(steps, false));
  if (!check) return exit.clean;
  const { changed, stale, files: compared } = count(steps);
  const unseen = files.length - compared;
  if (unseen > 0)
    io.stdout.write(
      `${plural(unseen, 'file')} with secrets not compared: not in ${out}, as in a fresh clone\n`,
    );
  if (changed + stale === 0) {
    io.stdout.write(`${plural(compared, 'file')} as rendered in ${out}\n`);
    return exit.clean;
  }
  io.stderr.write(`${out} is not as rendered: ${plural(changed, 'file')} to write, ${stale} stale\n`);
  return exit.findings;
}

function counts({ steps, written, removed }: Written): string {
  const { files, stale } = count(steps);
  const left = stale - removed;
  return [
    plural(files, 'file'),
    `${written} written`,
    ...(removed > 0 ? [`${removed} removed`] : []),
    ...(left > 0 ? [`${left} stale (--prune removes them)`] : []),
  ].join(', ');
}
