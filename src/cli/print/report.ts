/** Findings to standard output and to files, as flags and the terminal ask. */
import { resolve } from 'node:path';
import {
  formatFindings,
  type JsonFinding,
  type JsonReport,
  type ReportFormat,
  reportFormats,
} from '../../index.ts';
import { repositoryRoot } from '../../node.ts';
import { plural } from '../../util/text.ts';
import { printable } from '../../util/visible.ts';
import type { Flag } from '../command.ts';
import { CommandError, type Io, usageError, wantsColour, writeData } from '../io.ts';
import { writeOver } from './write-over.ts';

/** `--format` of every command that reports findings. */
export const formatFlag: Flag = {
  flags: '-f, --format <format>',
  docs: `one of ${reportFormats.join(', ')}; NAME=FILE writes it to a file (default: pretty)`,
  values: reportFormats,
  repeatable: true,
};

/** Columns that prose is wrapped at in a file, and at most on a terminal. */
const widest = 120;

/**
 * Writes the reports that `--format` asks for: `pretty` to stdout, `sarif=out.sarif` to a file. Without any, `pretty`.
 * An unknown name, or two reports for one place, is a usage error, and then nothing is written.
 */
export async function printReport(
  report: JsonReport | readonly JsonFinding[],
  formats: string | readonly string[] | undefined,
  io: Io,
): Promise<void> {
  const repository = repositoryOf(io);
  for (const { format, file } of destinations(formats)) {
    // For people; the others are read by programs, and do their own escaping.
    const isText = format === 'pretty' || format === 'compact';
    if (file === undefined) {
      const { columns, isTerminal } = io.stdout;
      const style = {
        colour: wantsColour(io.stdout, io.env),
        width: Math.min(columns, widest),
        ...(isTerminal && { excerpt: Math.min(columns, 160) }),
      };
      const text = await formatFindings(report, format, { ...style, repository });
      if (isText) io.stdout.write(text);
      else writeData(io.stdout, text);
      continue;
    }
    const text = await formatFindings(report, format, { colour: false, width: widest, repository });
    save(resolve(io.cwd, file), isText ? printable(text, { colours: false }) : text);
  }
}

/** What servers of CI check out, else the repository around the working directory. */
function repositoryOf({ cwd, env }: Io): { readonly root: string; readonly cwd: string } | undefined {
  const named = env.GITHUB_WORKSPACE ?? env.CI_PROJECT_DIR;
  const isWithin = named !== undefined && (cwd === named || cwd.startsWith(`${named}/`));
  const root = isWithin ? named : repositoryRoot(cwd);
  return root === undefined ? undefined : { root, cwd };
}

/** How much was found, for where no report is shown. */
export function countText({ summary: { files, errors, warnings, infos } }: JsonReport): string {
  const checked = `${plural(files, 'file')} checked`;
  if (errors + warnings + infos === 0) return `${checked}: nothing to report.`;
  const parts = [
    errors && plural(errors, 'error'),
    warnings && plural(warnings, 'warning'),
    infos && `${infos} info`,
  ];
  return `${checked}: ${parts.filter(Boolean).join(', ')}.`;
}

/** The report for people, on standard error. */
export const printOnStderr = (report: JsonReport | readonly JsonFinding[], io: Io): Promise<void> =>
  printReport(report, undefined, { ...io, stdout: io.stderr });

interface Destination {
  readonly format: ReportFormat;
  /** Undefined for standard output. */
  readonly file: string | undefined;
}

/** Reads the values of `--format`; called before the work, so that a typing mistake does not cost a run. */
export function destinations(formats: string | readonly string[] | undefined): readonly Destination[] {
  const asked = typeof formats === 'string' ? [formats] : (formats ?? []);
  const seen = new Set<string | undefined>();
  return (asked.length > 0 ? asked : ['pretty']).map((text) => {
    const destination = parse(text);
    const { file } = destination;
    if (seen.has(file)) throw usageError(`two reports for ${file ?? 'standard output'}; write NAME=FILE`);
    seen.add(file);
    return destination;
  });
}

function parse(text: string): Destination {
  const equals = text.indexOf('=');
  const name = equals < 0 ? text : text.slice(0, equals);
  const file = equals < 0 ? undefined : text.slice(equals + 1);
  const format = reportFormats.find((known) => known === name);
  if (!format) throw usageError(`unknown format ${name}; known: ${reportFormats.join(', ')}`);
  if (file === '') throw usageError(`--format ${text} names no file`);
  return { format, file };
}

function save(path: string, text: string): void {
  try {
    writeOver(path, text);
  } catch (error) {
    throw new CommandError(`cannot write the report: ${(error as Error).message}`);
  }
}
