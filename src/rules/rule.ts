/**
 * A rule is one record in one file: its id, what it looks at, why it exists, an example that breaks it and one that does
 * not (both are tests), and the function that reports findings. The engine knows no rule by name; a rule knows nothing
 * of files on disk, settings or reports.
 */
import type { Finding, Related, Severity } from '../finding.ts';
import type { RuleId } from '../rule-ids.ts';
import type { AgentSubject, Cluster, Subjects } from '../subjects/subjects.ts';
import type { Value } from '../text/tree/value.ts';
import type { Profile } from './presets.ts';

/** What a rule looks at. */
export type Scope = keyof Subjects;

/**
 * Where the fact behind a rule shows: `consul`, when an agent loads its configuration (`consul validate` reports it
 * too); `runtime`, when an agent starts and runs; `unit`, `cluster` and `host`, in the unit, among the agents of a
 * datacenter and on the machine. `live`, in what running agents answer. The others are about the
 * files of consul-cfg itself.
 */
export type RuleSource =
  | 'consul'
  | 'runtime'
  | 'unit'
  | 'cluster'
  | 'host'
  | 'manifest'
  | 'settings'
  | 'import'
  | 'live';

/** The default severity, and the others that a finding can have with the condition for each. */
export type SeverityLevels = { readonly default: Severity } & {
  readonly [S in Severity]?: string;
};

export interface RuleDocs {
  /** What is wrong, in one line. */
  readonly summary: string;
  /** The measured fact behind the rule: what the agent or the cluster does. */
  readonly rationale?: string;
  /** Files that break the rule, and the same corrected. Keys are paths, values their text; the tests run both. */
  readonly bad?: Example;
  readonly good?: Example;
  /** The release that the examples are for; absent: the newest. */
  readonly consul?: string;
}

export type Example = Readonly<Record<string, string>>;

/** A rule that another one makes redundant: by id, or every rule of a source. */
export type Superseded =
  | RuleId
  | { readonly source: 'consul' | 'runtime'; readonly except?: readonly RuleId[] };

/** What is known of a rule besides how it is found out. */
export interface RuleRecord {
  readonly id: RuleId;
  readonly severity: Severity | SeverityLevels;
  readonly source: RuleSource;
  /** Paths of the options concerned; lists are `[]`, map values `{}`. Empty: all of them, or none in particular. */
  readonly options: readonly string[];
  /** A finding is about one of `options`, whatever the others say. */
  readonly eachByItself?: true;
  readonly docs: RuleDocs;
  /** The fix that findings can carry. */
  readonly fix?: 'safe' | 'unsafe';
  readonly profile?: Profile;
  /** On only in this preset: advice that most clusters have reason to decline. */
  readonly preset?: 'strict';
  /**
   * Rules whose findings are redundant next to one of this rule: at the same place or, for rules of source `consul`
   * named by id, anywhere in the same agent.
   */
  readonly supersedes?: readonly Superseded[];
  /**
   * What may be elsewhere and makes it right: `unless another file names a CA`. Where not all that the agent reads is known, an
   * error is a warning with this condition.
   */
  readonly unless?: string;
  /** True of this edition of Consul only. */
  readonly edition?: 'community';
  /** The first release with the condition. */
  readonly since?: string;
  /** The first release without it. */
  readonly before?: string;
}

/** What a rule reports; the engine adds the id and, unless the rule names another of its levels, the severity. */
export type Reported = Omit<Finding, 'rule' | 'severity'> & { readonly severity?: Severity };

export type Report = (found: Reported) => void;

/** What a rule about one agent's merged configuration reports; the engine finds the place. */
export interface AgentReported {
  /** The option concerned; the place of its value is the place of the finding. */
  readonly path: string;
  /** Where no file sets a value at `path`: the value to point at instead. */
  readonly value?: Value;
  /** What is wrong, why, what to write. */
  readonly message: string;
  /** The other half of a conflict; places that no file sets are left out. */
  readonly related?: readonly { readonly path: string; readonly message: Related['message'] }[];
  /** The verdict depends on the host: reported as information instead of the rule's default severity. */
  readonly info?: boolean;
}

export type AgentReport = (spot: AgentReported) => void;

/** A condition under which an agent refuses its merged configuration, or warns of it. */
export interface AgentRule extends RuleRecord {
  readonly scope: 'agent';
  readonly source: 'consul';
  /** Also run when no file sets any of `options`: it looks at what is missing, or at defaults. */
  readonly runWhenUnset?: true;
  /** Not run on a part of a configuration: there it would only report that the rest is elsewhere. */
  readonly needsWholeConfig?: true;
  /** Reported by `validate` only, since nothing is wrong. */
  readonly validateOnly?: true;
  readonly run: (subject: AgentSubject, report: AgentReport) => void;
}

type OtherScope = Exclude<Scope, 'agent'>;

/** A rule about a file, a node, a unit or a cluster. */
export interface ScopedRule<S extends OtherScope = OtherScope> extends RuleRecord {
  readonly scope: S;
  readonly runWhenUnset?: true;
  /** `cluster` is the one that a node belongs to, where a whole cluster is linted. */
  readonly run: (subject: Subjects[S], report: Report, cluster?: Cluster) => void;
}

/** A rule without a function: the parser, the decoder or a loader reports its findings while reading. */
export interface ReaderRule extends RuleRecord {
  readonly scope: 'reader';
}

/** A rule of any scope, its function tied to the subject of that scope. */
export type AnyScopedRule = { [S in OtherScope]: ScopedRule<S> }[OtherScope];

export type Rule = AgentRule | AnyScopedRule | ReaderRule;

/** Ties the function's subject to the scope, so that a rule file needs no type annotations. */
export function rule(definition: AgentRule): AgentRule;
export function rule<S extends OtherScope>(definition: ScopedRule<S>): ScopedRule<S>;
export function rule(definition: ReaderRule): ReaderRule;
export function rule(definition: Rule): Rule {
  return definition;
}

/** The level of a finding for which the rule names none. */
export const defaultSeverity = ({ severity }: Pick<RuleRecord, 'severity'>): Severity =>
  typeof severity === 'string' ? severity : severity.default;

export interface SeverityLevel {
  readonly severity: Severity;
  /** When a finding has it; absent for the default. */
  readonly when?: string;
}

/** The levels that findings of a rule can have, the default first. */
export function severitiesOf({ severity }: Pick<RuleRecord, 'severity'>): readonly SeverityLevel[] {
  if (typeof severity === 'string') return [{ severity }];
  const { default: usual, ...others } = severity;
  return [
    { severity: usual },
    ...Object.entries(others).map(([level, when]) => ({ severity: level as Severity, when })),
  ];
}
