/** A reporter turns findings into text. It judges nothing, reads no files and knows no rule. */
import type { Finding, Severity } from '../finding.ts';

export interface ReportInput {
  /** In the order in which they are shown. */
  readonly findings: readonly Finding[];
  /** How many files were looked at, findings or not. */
  readonly files: number;
}

export interface ReportStyle {
  readonly colour: boolean;
  /** Columns to wrap prose at. */
  readonly width: number;
}

export type Reporter = (input: ReportInput, style: ReportStyle) => string;

export type Counts = Readonly<Record<Severity, number>> & { readonly fixable: number };

export function count(findings: readonly Finding[]): Counts {
  const counts = { error: 0, warning: 0, info: 0, fixable: 0 };
  for (const finding of findings) {
    counts[finding.severity]++;
    if (finding.fix) counts.fixable++;
  }
  return counts;
}
