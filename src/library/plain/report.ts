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
  const input = { ...reportInput(report), findings: originalsOf(findings) };
  const { summary } = jsonReport(input);
  const some = { ...report, findings, summary };
  inputs.set(some, input);
  return some;
}

/** What findings were made of, in their order. */
export function originalsOf(findings: readonly JsonFinding[]): readonly ReportedFinding[] {
  const sources = sourcesOf(findings.filter((finding) => !originals.has(finding)));
  return findings.map((finding) => originals.get(finding) ?? rebuilt(finding, sources));
}

/** Findings may come from a file, be filtered, or be changed: those that are not known are made of their places. */
export function reportInput(given: JsonReport | readonly JsonFinding[]): ReportInput {
  if (!('findings' in given)) {
    const findings = originalsOf(given);
    return { findings, files: new Set(given.map(({ file }) => file)).size, describe: describeFound(given) };
  }
  const { findings, summary, consul, checkedFor } = given;
  const known = inputs.get(given);
  return {
    ...known,
    findings: originalsOf(findings),
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

/** Texts of blanks for files that are not at hand, in which there are the places that findings name. */
function sourcesOf(findings: readonly JsonFinding[]): ReadonlyMap<string, Source> {
  const widths = new Map<string, Map<number, number>>();
  for (const place of findings.flatMap((finding) => [finding, ...(finding.related ?? [])])) {
    const ofFile = widths.get(place.file) ?? new Map<number, number>();
    widths.set(place.file, ofFile);
    for (const [line, column] of [
      [place.line, place.column],
      [place.endLine, place.endColumn],
    ] as const)
      ofFile.set(line, Math.max(ofFile.get(line) ?? 0, column));
  }
  return new Map([...widths].map(([file, ofFile]) => [file, new Source(file, blanks(ofFile))]));
}

function blanks(widths: ReadonlyMap<number, number>): string {
  let text = '';
  let at = 1;
  for (const [line, width] of [...widths].sort(([a], [b]) => a - b)) {
    text += '\n'.repeat(Math.max(line - at, 0)) + ' '.repeat(Math.max(width - 1, 0));
    at = Math.max(line, at);
  }
  return text;
}

function rebuilt(plain: JsonFinding, sources: ReadonlyMap<string, Source>): ReportedFinding {
  const { rule, severity, message, path, property, related, fixable } = plain;
  const spanOf = (place: JsonPlace): Span => spanIn(sources.get(place.file)!, place);
  return {
    rule: rule as RuleId,
    severity,
    message,
    at: spanOf(plain),
    ...(path !== undefined && { path }),
    ...(property !== undefined && { property }),
    ...(related && {
      related: related.map((other) => ({ message: other.message, at: spanOf(other) })),
    }),
    ...(fixable && { fix: { title: 'known to lint', safe: fixable === 'safe', edits: [] } }),
  };
}

function spanIn(source: Source, { line, column, endLine, endColumn }: JsonPlace): Span {
  const offset = (at: number, col: number): number => source.lineStart(at) + col - 1;
  return source.span(offset(line, column), offset(endLine, endColumn));
}
