/** Reports made of others: without what was there before, with some of the findings, with those of several. */
import { baselineOf as baselineOfFindings, notInBaseline, parseBaseline } from '../engine/baseline.ts';
import { type Finding, tidy } from '../finding.ts';
import type { JsonFinding, JsonReport } from '../report/json.ts';
import { originalsOf, plainReport, someOf } from './plain/report.ts';

/** The text of a baseline: all findings of a report, by rule, file and option, so that no secret is in it. */
export const baselineOf = ({ findings }: JsonReport): string =>
  `${JSON.stringify(baselineOfFindings(originalsOf(findings)), null, 2)}\n`;

/**
 * The report without the findings of a baseline.
 *
 * @throws RangeError for a text that is not a baseline
 */
export function newSince(report: JsonReport, baseline: string): JsonReport {
  const known = parseBaseline(baseline);
  if (!known) throw new RangeError('newSince(): this is not a baseline; baselineOf() makes one');
  const byOriginal = plainByOriginal(report.findings);
  return someOf(
    report,
    notInBaseline(known, [...byOriginal.keys()]).map((found) => byOriginal.get(found)!),
  );
}

/** The report with the findings that are chosen, for reports in formats that show more than findings. */
export const filterReport = (report: JsonReport, choose: (finding: JsonFinding) => boolean): JsonReport =>
  someOf(report, report.findings.filter(choose));

/**
 * A report of findings from several sources: by their places, each once.
 *
 * @param files how many files were read. Default: those that findings name.
 */
export function reportOf(
  findings: readonly JsonFinding[],
  files: number = new Set(findings.map(({ file }) => file)).size,
): JsonReport {
  const byOriginal = plainByOriginal(findings);
  const sorted = tidy([...byOriginal.keys()]).map((found) => byOriginal.get(found)!);
  return someOf(plainReport({ findings: [], files }), sorted);
}

function plainByOriginal(findings: readonly JsonFinding[]): ReadonlyMap<Finding, JsonFinding> {
  const made = originalsOf(findings);
  return new Map(findings.map((finding, i) => [made[i]!, finding]));
}
