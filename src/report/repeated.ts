/** Findings that say the same of several places, as of many nodes that one template made: shown once, with the places. */
import type { Finding } from '../finding.ts';
import { groupBy } from '../util/collections.ts';

export interface RepeatedFinding {
  /** The first of them, which is shown in full. */
  readonly finding: Finding;
  /** Where the others are, in the order in which they are reported. */
  readonly also: readonly Finding['at'][];
  /** All of them. */
  readonly findings: readonly Finding[];
}

export const withoutRepeats = (findings: readonly Finding[]): readonly RepeatedFinding[] =>
  [...groupBy(findings, sameness).values()].map((group) => ({
    finding: group[0]!,
    also: group.slice(1).map(({ at }) => at),
    findings: group,
  }));

/** Equal for findings of which a reader learns nothing more than another place. */
function sameness({ rule, severity, message, fix, related = [] }: Finding): string {
  const others = related.map(({ at, message: text }) => [at.source.file, at.start, text]);
  return JSON.stringify([rule, severity, message, fix?.title, fix?.safe, others]);
}
