/**
 * A rule is one file: what it looks at, why, an example that breaks it and one that does not (both are its tests),
 * and the check. The engine knows nothing of any rule; a rule knows nothing of files, settings or reports.
 */
import type { Finding, Severity } from '../finding.ts';
import type { Subjects } from './subjects.ts';

export type Scope = keyof Subjects;

/** What a rule hands over; the engine adds the rule's id and the severity in force. */
export type Report = (finding: Omit<Finding, 'rule' | 'severity'> & { readonly severity?: Severity }) => void;

export interface RuleDocs {
  /** What is wrong, in one line. */
  readonly summary: string;
  /** The measured fact behind it: what the agent or the cluster does. */
  readonly rationale: string;
  /** Files that break the rule, and the same mended. Keys are paths, values their text; the engine's tests run both. */
  readonly bad: Example;
  readonly good: Example;
}

export type Example = Readonly<Record<string, string>>;

export interface Rule<S extends Scope = Scope> {
  readonly id: string;
  readonly scope: S;
  readonly severity: Severity;
  /** On only when this profile is asked for. */
  readonly profile?: 'patroni';
  /** The options that it speaks of, for `explain`. */
  readonly options: readonly string[];
  readonly fixable?: 'safe' | 'unsafe';
  readonly docs: RuleDocs;
  readonly check: (subject: Subjects[S], report: Report) => void;
}
