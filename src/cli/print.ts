/** Findings to standard output, as the flags and the terminal ask. Shared by every command that judges. */
import type { ReportInput } from '../report/report.ts';
import { reporters } from '../report/reporters.ts';
import { type Io, type Output, usageError } from './io.ts';

/** Colour on a terminal; NO_COLOR and FORCE_COLOR (any value but empty, and `0`) overrule. */
export function wantsColour(out: Output, env: Io['env']): boolean {
  if (env.NO_COLOR) return false;
  if (env.FORCE_COLOR) return env.FORCE_COLOR !== '0';
  return out.isTerminal && env.TERM !== 'dumb';
}

/** Writes the report to stdout. `format` is a name of `report/reporters.ts`; another one is a usage error. */
export async function printReport(input: ReportInput, format: string, io: Io): Promise<void> {
  const load = Object.hasOwn(reporters, format) ? reporters[format] : undefined;
  if (!load) throw usageError(`unknown format ${format}; known: ${Object.keys(reporters).join(', ')}`);
  const report = await load();
  const style = { colour: wantsColour(io.stdout, io.env), width: Math.min(io.stdout.columns, 120) };
  io.stdout.write(report(input, style));
}
