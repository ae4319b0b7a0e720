/**
 * The record of everything that consul-cfg reports: from a syntax error to a cluster without a quorum.
 * Prose is complete when a finding is made; lines and columns are computed only when it is printed.
 */
import type { RuleId } from './rule-ids.ts';
import type { TextEdit } from './text/source/edit.ts';
import { editInFile, inFile, isEmbedded } from './text/source/embedded.ts';
import type { Span } from './text/source/source.ts';

export type Severity = 'error' | 'warning' | 'info';

export interface Related {
  readonly at: Span;
  readonly message: string;
}

/** A correction that a program can apply. `safe` fixes keep the meaning that the author intended; others need a review. */
export interface Fix {
  readonly title: string;
  readonly safe: boolean;
  readonly edits: readonly TextEdit[];
  /** The release from which on the agent knows what it writes; absent: every one does. */
  readonly since?: string;
  /** Options that it sets besides the one that the finding names. */
  readonly sets?: readonly string[];
}

export interface Finding {
  /** `subject/name`; permanent once released. */
  readonly rule: RuleId;
  readonly severity: Severity;
  /** What is wrong, why it matters, what to write. One or two sentences, no secrets. */
  readonly message: string;
  readonly at: Span;
  /** The option concerned, such as `ports.http` or `services[2].checks[0].interval`. */
  readonly path?: string;
  /** The first release of which it is true; absent: of every one that is modelled, and of older ones. */
  readonly since?: string;
  readonly fix?: Fix;
  /** The other half of a conflict, or the place that explains this one. */
  readonly related?: readonly Related[];
}

/** A finding in a text that is written inside of a file, at its place there; a fix that the file cannot take is left out. */
export function inFiles(finding: Finding): Finding {
  const { fix, related = [], at } = finding;
  const isInside = [at, ...related.map((other) => other.at), ...(fix?.edits ?? [])].some(({ source }) =>
    isEmbedded(source),
  );
  if (!isInside) return finding;
  const edits = fix?.edits.flatMap((edit) => editInFile(edit) ?? []);
  const { fix: _fix, ...rest } = finding;
  return {
    ...rest,
    at: inFile(at),
    ...(related.length > 0 && { related: related.map((other) => ({ ...other, at: inFile(other.at) })) }),
    ...(fix && edits?.length === fix.edits.length && { fix: { ...fix, edits } }),
  };
}

const rank: Record<Severity, number> = { error: 0, warning: 1, info: 2 };

export const isError = ({ severity }: Finding): boolean => severity === 'error';

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The order in which findings are shown: by file, place, severity, rule. Total, so that runs are repeatable. */
export function compareFindings(a: Finding, b: Finding): number {
  return (
    compareText(a.at.source.file, b.at.source.file) ||
    a.at.start - b.at.start ||
    rank[a.severity] - rank[b.severity] ||
    compareText(a.rule, b.rule) ||
    compareText(a.message, b.message)
  );
}

/** Sorted, and without those that say the same thing of the same place. */
export function tidy(findings: readonly Finding[]): Finding[] {
  const sorted = findings.map(inFiles).sort(compareFindings);
  return sorted.filter((finding, i) => i === 0 || compareFindings(finding, sorted[i - 1]!) !== 0);
}
