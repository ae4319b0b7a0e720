/** What is known of an option or a rule, as plain data. */
import type { Severity } from '../../finding.ts';
import { factsOf } from '../../options/describe.ts';
import type { Found } from '../../options/lookup.ts';
import type { Target } from '../../options/releases/release-keys.ts';
import { docsOf } from '../../rules/docs.ts';
import {
  defaultSeverity,
  type Rule,
  type RuleDocs,
  type RuleRecord,
  type SeverityLevel,
  severitiesOf,
} from '../../rules/rule.ts';

/** A rule of the catalogue. */
export interface PlainRule
  extends RuleDocs,
    Pick<RuleRecord, 'id' | 'source' | 'options' | 'fix' | 'since' | 'before'> {
  /** The default level. */
  readonly severity: Severity;
  /** All levels, with the condition of each; absent where there is one. */
  readonly severities?: readonly SeverityLevel[];
  readonly scope: Rule['scope'];
}

export function plainRule(rule: Rule): PlainRule {
  const { id, scope, source, options, fix, since, before } = rule;
  const levels = severitiesOf(rule);
  return {
    id,
    severity: defaultSeverity(rule),
    ...(levels.length > 1 && { severities: levels }),
    scope,
    source,
    ...docsOf(rule),
    options,
    ...(fix && { fix }),
    ...(since && { since }),
    ...(before && { before }),
  };
}

/** An option of the agent. */
export interface PlainOption {
  /** `services[].checks[].interval`; map values are `{}`. */
  readonly path: string;
  readonly docs: string;
  /** In words: what values it takes. */
  readonly type?: string;
  /** In words, for the release that was asked for. */
  readonly default?: string;
  /** Which releases know it. */
  readonly known?: string;
  readonly deprecated?: string;
  /** What it takes to apply a change. */
  readonly change?: string;
  /** Its flag on the command line. */
  readonly flag?: string;
  /** Ids of the rules that are about it. */
  readonly rules: readonly string[];
  /** How the name that was given led here. */
  readonly note?: string;
  /** Further facts in words: `role`, `edition`, `options`, `secret`, `aliases`, `refused`. */
  readonly [fact: string]: unknown;
}

export function plainOption(
  found: Found,
  rules: readonly Rule[],
  target: Target,
  note?: string,
): PlainOption {
  const facts = factsOf(found, target).map(({ label, text }) => [label, text] as const);
  const { path, option } = found;
  return {
    path,
    docs: option.docs,
    ...Object.fromEntries(facts),
    rules: rulesOf(found, rules).map(({ id }) => id),
    ...(note && { note }),
  };
}

/** Rules that name the option, or a block around it. */
export const rulesOf = ({ path }: Found, rules: readonly Rule[]): readonly Rule[] =>
  rules.filter(({ options }) =>
    options.some((named) => path === named || path.startsWith(`${named}.`) || path.startsWith(`${named}[]`)),
  );
