/** Explain: the options, or the rule, that a name refers to. */
import { type Named, optionNamed } from '../options/suggest/named.ts';
import { nearestRule, renamedTo } from '../rules/names.ts';
import type { Rule } from '../rules/rule.ts';

export type Explained =
  /** `renamed` where the name is an old one of the rule. */
  | { readonly rule: Rule; readonly renamed: boolean }
  | { readonly options: Named }
  /** `nearestRule` where the name has the form of a rule id. */
  | { readonly unknown: string; readonly nearestRule: string | undefined };

/** @param rules the whole catalogue */
export function explain(name: string, rules: readonly Rule[]): Explained {
  const now = renamedTo(name);
  const rule = rules.find(({ id }) => id === (now ?? name));
  if (rule) return { rule, renamed: now !== undefined };
  const options = optionNamed(name);
  if (options) return { options };
  return { unknown: name, nearestRule: name.includes('/') ? nearestRule(name) : undefined };
}
