/** Findings as the text of a report. */
import { lineOf } from '../render/config-error.ts';
import type { JsonFinding, JsonReport } from '../report/json.ts';
import type { ReportInput } from '../report/report.ts';
import { reporters } from '../report/reporters.ts';
import { own } from '../util/collections.ts';
import { checkOptions } from './given/options.ts';
import { reportInput } from './plain/report.ts';

/** The names of report formats. */
export type ReportFormat = keyof typeof reporters;

/** All of them. */
export const reportFormats: readonly ReportFormat[] = /* @__PURE__ */ Object.keys(
  reporters,
) as ReportFormat[];

/** The formats that describe rules, for which the whole catalogue is loaded. */
const describing: ReadonlySet<ReportFormat> = /* @__PURE__ */ new Set<ReportFormat>(['html', 'sarif']);

export interface ReportOptions {
  /** Colours, for a terminal. Default: false. */
  readonly colour?: boolean | undefined;
  /** Columns that prose is wrapped at. Default: 120. */
  readonly width?: number | undefined;
  /** Columns of a terminal, which breaks longer lines of files. Default: they are shown up to 160. */
  readonly excerpt?: number | undefined;
  /** Reports for servers have paths below `root`; relative ones begin in `cwd`. Default: paths are as findings have them. */
  readonly repository?: { readonly root: string; readonly cwd: string } | undefined;
}

/**
 * A report, or some of its findings, as text: what `--format` prints.
 *
 * ```ts
 * process.stdout.write(await formatFindings(await lint(files), 'github'));
 * ```
 *
 * @throws RangeError for a format that does not exist
 */
export async function formatFindings(
  given: JsonReport | readonly JsonFinding[],
  format: ReportFormat,
  options: ReportOptions = {},
): Promise<string> {
  checkOptions('formatFindings()', options, {
    colour: 'any',
    width: 'any',
    excerpt: 'any',
    repository: 'any',
  });
  const { colour = false, width = 120, excerpt, repository } = options;
  const style = { colour, width, excerpt, repository };
  const load = own(reporters, format);
  if (!load)
    throw new RangeError(
      `there is no report format ${format}; known are ${Object.keys(reporters).join(', ')}`,
    );
  const report = await load();
  const input = format === 'json' ? reportInput(given) : withProperties(reportInput(given));
  if (!describing.has(format)) return report(input, style);
  const catalog = await (await import('../app/rule-info.ts')).loadDescribe();
  const describe = (id: string) => input.describe?.(id) ?? catalog.describe(id);
  return report({ ...input, describe }, style);
}

/** People wrote an object, whose lines as JSON are in no file: messages name the property. */
const withProperties = (input: ReportInput): ReportInput => ({
  ...input,
  findings: input.findings.map((finding) => {
    const { message, property = '' } = finding;
    return { ...finding, message: lineOf({ message, property }) };
  }),
});
