/** Selects the rules to run: those that the settings leave on and, for each node, those whose options it sets. */
import type { AnyScopedRule, ScopedRule } from '../rules/rule.ts';
import type { Node } from '../subjects/subjects.ts';
import { chosenLevel, isOn, type Settings } from './settings/settings.ts';

export interface RuleSelection {
  readonly file: readonly ScopedRule<'file'>[];
  readonly node: (node: Node) => readonly ScopedRule<'node'>[];
  readonly unit: readonly ScopedRule<'unit'>[];
  readonly cluster: readonly ScopedRule<'cluster'>[];
  /** True for a rule that the settings turn off by name, and with it the rules that it supersedes. */
  readonly isOff: (rule: string) => boolean;
}

export function selectRules(rules: readonly AnyScopedRule[], settings: Settings): RuleSelection {
  const on = rules.filter((rule) => isOn(rule, settings));
  return {
    file: on.filter((rule) => rule.scope === 'file'),
    node: rulesBySetKeys(on.filter((rule) => rule.scope === 'node')),
    unit: on.filter((rule) => rule.scope === 'unit'),
    cluster: on.filter((rule) => rule.scope === 'cluster'),
    isOff: (id) => chosenLevel(id, settings) === 'off',
  };
}

/** Skips rules none of whose options are set; worked out once for all nodes that set the same keys. */
function rulesBySetKeys(rules: readonly ScopedRule<'node'>[]): RuleSelection['node'] {
  const keyed = rules.map((rule) => ({
    rule,
    keys: rule.runWhenUnset ? [] : rule.options.map((path) => /^\w+/.exec(path)![0]),
  }));
  const known = new Map<string, readonly ScopedRule<'node'>[]>();
  return ({ config: { written, resolved } }) => {
    const signature = `${[...written.members.keys()]} ${[...resolved.members.keys()]}`;
    const found = known.get(signature);
    if (found) return found;
    const isSet = (key: string): boolean => written.members.has(key) || resolved.members.has(key);
    const selected = keyed
      .filter(({ keys }) => keys.length === 0 || keys.some(isSet))
      .map(({ rule }) => rule);
    known.set(signature, selected);
    return selected;
  };
}
