/** What becomes of rendered files: written, or only compared with what is there. */
import { resolve } from 'node:path';
import type { OutFile } from '../../build/file.ts';
import { plural } from '../../report/report.ts';
import { visibleLine } from '../../text/visible.ts';
import { apply } from '../../write/apply.ts';
import { printDiff } from '../../write/diff.ts';
import { directory } from '../../write/directory.ts';
import { type Plan, plan } from '../../write/plan.ts';
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
export function output(
  files: readonly OutFile[],
  options: OutputOptions,
  io: Io,
  beforeWriting: () => void,
): ExitCode {
  const disk = directory(resolve(io.cwd, options.out));
  const planned = plan(files, disk, { force: options.force === true });
  refuse(planned, options.out, io);
  if (options.check || options.dryRun || options.diff) return compare(planned, options, io);
  beforeWriting();
  const { written, removed } = apply(planned, disk, { prune: options.prune === true });
  io.stdout.write(stepLines(planned.steps, options.prune === true));
  io.stdout.write(`${told(planned, written, removed)} in ${options.out}\n`);
  return exit.clean;
}

function refuse({ steps }: Plan, out: string, io: Io): void {
  const refused = steps.filter((step) => step.kind === 'refuse');
  for (const { path, why } of refused) io.stderr.write(`refuse  ${visibleLine(`${out}/${path}`)}: ${why}\n`);
  if (refused.length > 0)
    throw new CommandError(`nothing was written: ${plural(refused.length, 'file')} in the way`);
}

function compare(planned: Plan, { out, diff, check }: OutputOptions, io: Io): ExitCode {
  io.stdout.write(diff ? printDiff(planned) : stepLines(planned.steps, false));
  const { changed, stale, files } = count(planned.steps);
  if (!check) return exit.clean;
  if (changed + stale === 0) {
    io.stdout.write(`${plural(files, 'file')} as rendered in ${out}\n`);
    return exit.clean;
  }
  io.stderr.write(`${out} is not as rendered: ${plural(changed, 'file')} to write, ${stale} stale\n`);
  return exit.findings;
}

function told(planned: Plan, written: number, removed: number): string {
  const { files, stale } = count(planned.steps);
  const left = stale - removed;
  return [
    plural(files, 'file'),
    `${written} written`,
    ...(removed > 0 ? [`${removed} removed`] : []),
    ...(left > 0 ? [`${left} stale (--prune removes them)`] : []),
  ].join(', ');
}
