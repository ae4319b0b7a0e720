/** Names of rules that a caller gives. */
import { isRuleName, nearestRule } from '../../rules/names.ts';

/** Why a name is not that of a rule or of a subject as `join/*`; undefined where it is. */
export const ruleNameProblem = (name: string, own: readonly string[] = []): string | undefined =>
  isRuleName(name, own) ? undefined : `there is no rule ${name}; did you mean ${nearestRule(name)}?`;
