/** Findings as plain data, and back to what a report format needs. */
import type { Finding } from '../../finding.ts';
import {
  findingToJson,
  type JsonFinding,
  type JsonPlace,
  type JsonReport,
  jsonReport,
} from '../../report/json.ts';
import type { ReportedFinding, ReportInput, RuleInfo } from '../../report/report.ts';
import type { RuleId } from '../../rule-ids.ts';
import { maskFinding } from '../../secrets/finding.ts';
import { Source, type Span } from '../../text/source/source.ts';

/** The findings that plain ones were made of: a report that shows the line of a file needs its text. */
const originals = new WeakMap<JsonFinding, ReportedFinding>();
/** What is known of the rules of callers, which the catalogue does not have. */
const ownInfos = new WeakMap<JsonFinding, RuleInfo>();
/** What a report was made of besides its findings. */
const inputs = new WeakMap<JsonReport, ReportInput>();

/** The property of the object that was given; undefined for a place elsewhere. */
type PropertyOf = (at: Span) => string | undefined;

/** Without secrets, whoever found it. */
export function plainFinding(finding: Finding, propertyOf?: PropertyOf): JsonFinding {
  const property = propertyOf?.(finding.at);
  const masked = { ...maskFinding(finding), ...(property !== undefined && { property }) };
  const plain = findingToJson(masked);
  originals.set(plain, masked);
  return plain;
}

export function plainReport(input: ReportInput, propertyOf?: PropertyOf): JsonReport {
  const report = jsonReport(input, (finding) => {
    const plain = plainFinding(finding, propertyOf);
    const info = input.describe?.(plain.rule);
    if (info) ownInfos.set(plain, info);
    return plain;
  });
  inputs.set(report, input);
  return report;
}

/** The same report with other findings. */
export function someOf(report: JsonReport, findings: readonly JsonFinding[]): JsonReport {
  const input = { ...reportInput(report), findings: findings.map(originalOf) };
  const { summary } = jsonReport(input);
  const some = { ...report, findings, summary };
  inputs.set(some, input);
  return some;
}

/** What a finding was made of. */
export const originalOf = (plain: JsonFinding): ReportedFinding => originals.get(plain) ?? rebuilt(plain);

/** Findings may come from a file, be filtered, or be changed: those that are not known are made of their places. */
export function reportInput(given: JsonReport | readonly JsonFinding[]): ReportInput {
  if (!('findings' in given)) {
    const findings = given.map(originalOf);
    return { findings, files: new Set(given.map(({ file }) => file)).size, describe: describeFound(given) };
  }
  const { findings, summary, consul, checkedFor } = given;
  const known = inputs.get(given);
  return {
    ...known,
    findings: findings.map(originalOf),
    files: summary.files,
    describe: describeFound(findings),
    ...(consul && { release: { releases: consul, text: checkedFor ?? '' } }),
    ...(summary.passedOver && { passedOver: summary.passedOver }),
  };
}

function describeFound(findings: readonly JsonFinding[]): (id: string) => RuleInfo | undefined {
  const known = findings.flatMap((finding) => {
    const info = ownInfos.get(finding);
    return info ? [[finding.rule as string, info] as const] : [];
  });
  const byId = new Map(known);
  return (id) => byId.get(id);
}

/** A finding whose file is not at hand: a text of blanks has its places. */
function rebuilt(plain: JsonFinding): ReportedFinding {
  const { rule, severity, message, path, property, related, fixable } = plain;
  return {
    rule: rule as RuleId,
    severity,
    message,
    at: spanAt(plain),
    ...(path !== undefined && { path }),
    ...(property !== undefined && { property }),
    ...(related && {
      related: related.map((other) => ({ message: other.message, at: spanAt(other) })),
    }),
    ...(fixable && { fix: { title: 'known to lint', safe: fixable === 'safe', edits: [] } }),
  };
}

function spanAt({ file, line, column, endLine, endColumn }: JsonPlace): Span {
  const width = Math.max(column, endColumn);
  const source = new Source(file, `${' '.repeat(width)}\n`.repeat(Math.max(line, endLine)));
  const offset = (at: number, col: number): number => source.lineStart(at) + col - 1;
  return source.span(offset(line, column), offset(endLine, endColumn));
}
