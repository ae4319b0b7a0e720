/**
 * A rule is one file: what it looks at, why, an example that breaks it and one that does not (both are its tests),
 * and the check. The engine knows nothing of any rule; a rule knows nothing of files, settings or reports.
 */
import type { Finding, Severity } from '../finding.ts';
import type { Cluster, Subjects } from './subjects.ts';

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
  /** The release that the examples are for; absent: the newest. */
  readonly consul?: string;
}

export type Example = Readonly<Record<string, string>>;

/** Rules that are on only when their profile is asked for. */
export type Profile = 'patroni';

export interface Rule<S extends Scope = Scope> {
  readonly id: string;
  readonly scope: S;
  readonly severity: Severity;
  readonly profile?: Profile;
  /** On only in the preset `strict`: advice that most estates have reason to decline. */
  readonly strict?: true;
  /** Rules, by id or as `group/*`, whose findings at the same place are needless beside one of this rule. */
  readonly overrules?: readonly string[];
  /** The options that it speaks of; none for a rule about all of them, or about none. Agents that write none of them are not asked about. */
  readonly options: readonly string[];
  /** It speaks of agents that do not write its options too. */
  readonly unwritten?: true;
  /** What it finds in an agent or file is what it finds in each of the written options alone. */
  readonly memberwise?: true;
  readonly fixable?: 'safe' | 'unsafe';
  readonly docs: RuleDocs;
  /** `cluster` is the one that an agent belongs to, where a whole cluster is linted. */
  readonly check: (subject: Subjects[S], report: Report, cluster?: Cluster) => void;
}

/** A rule of any scope, its check tied to the subject of that scope. */
export type AnyRule = { [S in Scope]: Rule<S> }[Scope];

/** Ties the check's subject to the scope, so that a rule file needs no type annotations. */
export function rule<S extends Scope>(definition: Rule<S>): Rule<S> {
  return definition;
}

/** The check of a rule whose findings come with the files: parser and decoder have made them already. */
export const foundWhileReading = (): void => {};
