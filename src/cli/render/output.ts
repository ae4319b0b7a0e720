/** Rendered files are written, or compared with the output directory. */
import { resolve } from 'node:path';
import { ConsulCfgError } from '../../index.ts';
import {
  type OutFile,
  type PlannedStep,
  plan,
  planDiff,
  trackedSecrets,
  type Written,
  writeInSteps,
} from '../../node.ts';
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
  /** How many secrets are placeholders, since they are not on this machine. */
  readonly assumed: number;
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
  const [first, ...more] = trackedSecrets(files, root);
  if (first !== undefined)
    io.stderr.write(
      `git tracks ${visibleLine(`${out}/${first}`)}${more.length > 0 ? ` and ${plural(more.length, 'more file')}` : ''} with secrets, ` +
        'which are in every clone: make new ones, and take these files out with git rm --cached\n',
    );
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

type Refused = readonly Pick<PlannedStep, 'path' | 'why'>[];

function listRefused(steps: Refused, out: string, io: Io): void {
  for (const { path, why } of steps) io.stderr.write(`refuse  ${visibleLine(`${out}/${path}`)}: ${why}\n`);
}

function refusal(steps: Refused, out: string, io: Io): CommandError {
  listRefused(steps, out, io);
  return new CommandError(`nothing was written: ${plural(steps.length, 'file')} in the way`);
}

function compare(
  files: readonly OutFile[],
  root: string,
  { out, force, diff, check, assumed }: OutputOptions,
  io: Io,
): ExitCode {
  const options = { force, committed: check, withoutSecrets: assumed > 0 };
  const steps = plan(files, root, options);
  const refused = steps.filter(({ kind }) => kind === 'refuse');
  if (refused.length > 0 && !check) throw refusal(refused, out, io);
  listRefused(refused, out, io);
  io.stdout.write(diff ? planDiff(files, root, options) : stepLines(steps, false));
  if (!check) return exit.clean;
  const { changed, stale, files: compared } = count(steps);
  const unseen = files.length - compared - refused.length;
  const why =
    assumed > 0 ? `${plural(assumed, 'secret')} not on this machine` : `not in ${out}, as in a fresh clone`;
  if (unseen > 0) io.stdout.write(`${plural(unseen, 'file')} with secrets not compared: ${why}\n`);
  if (changed + stale + refused.length === 0) {
    io.stdout.write(`${plural(compared, 'file')} as rendered in ${out}\n`);
    return exit.clean;
  }
  const counted = [
    `${plural(changed, 'file')} to write`,
    `${stale} stale`,
    ...(refused.length > 0 ? [`${refused.length} changed by others`] : []),
  ];
  io.stderr.write(`${out} is not as rendered: ${counted.join(', ')}\n`);
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
