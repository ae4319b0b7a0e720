/** Findings to standard output and to files, as flags and the terminal ask. */

import { resolve } from 'node:path';
import { outsideOf, withoutOutside } from '../../app/machine/outside.ts';
import type { Reporter, ReportInput } from '../../report/report.ts';
import { reporters } from '../../report/reporters.ts';
import { printable } from '../../text/source/visible.ts';
import { own } from '../../util/collections.ts';
import type { Flag } from '../command.ts';
import { CommandError, type Io, usageError, wantsColour, writeData } from '../io.ts';
import { writeOver } from './write-over.ts';

/** `--format` of every command that reports findings. */
export const formatFlag: Flag = {
  flags: '-f, --format <format>',
  docs: `one of ${Object.keys(reporters).join(', ')}; NAME=FILE writes it to a file (default: pretty)`,
  values: Object.keys(reporters),
  repeatable: true,
};

/** Columns that prose is wrapped at in a file, and at most on a terminal. */
const widest = 120;

/**
 * Writes the reports that `--format` asks for: `pretty` to stdout, `sarif=out.sarif` to a file. Without any, `pretty`.
 * An unknown name, or two reports for one place, is a usage error, and then nothing is written.
 */
export async function printReport(
  all: ReportInput,
  formats: string | readonly string[] | undefined,
  io: Io,
): Promise<void> {
  const input = { ...all, findings: withoutOutside(all.findings, outsideOf(io)) };
  for (const { load, file, isText } of destinations(formats)) {
    const report = await load();
    if (file === undefined) {
      const style = { colour: wantsColour(io.stdout, io.env), width: Math.min(io.stdout.columns, widest) };
      if (isText) io.stdout.write(report(input, style));
      else writeData(io.stdout, report(input, style));
      continue;
    }
    const text = report(input, { colour: false, width: widest });
    save(resolve(io.cwd, file), isText ? printable(text, { colours: false }) : text);
  }
}

interface Destination {
  readonly load: () => Promise<Reporter>;
  /** Undefined for standard output. */
  readonly file: string | undefined;
  /** For people; the others are read by programs, and do their own escaping. */
  readonly isText: boolean;
}

const textFormats: ReadonlySet<string> = new Set(['pretty', 'compact']);

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
  const load = own(reporters, name);
  if (!load) throw usageError(`unknown format ${name}; known: ${Object.keys(reporters).join(', ')}`);
  if (file === '') throw usageError(`--format ${text} names no file`);
  return { load, file, isText: textFormats.has(name) };
}

function save(path: string, text: string): void {
  try {
    writeOver(path, text);
  } catch (error) {
    throw new CommandError(`cannot write the report: ${(error as Error).message}`);
  }
}
