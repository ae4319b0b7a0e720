/**
 * Skips rules none of whose options are set: most rules are about a few options and most agents set few, so that one look
 * at what is set is cheaper than running every rule.
 */

import type { Config } from '../model/config.ts';
import { existsIn } from '../options/releases/versions.ts';
import type { AgentRule } from '../rules/rule.ts';
import type { Value } from '../text/tree/value.ts';
import { memberPath } from '../util/text.ts';

interface Plan {
  readonly always: readonly AgentRule[];
  readonly root: Place;
}

/** Those of `rules` that the release has, and of which the agent writes an option. */
export function rulesBySetOptions(
  rules: readonly AgentRule[],
  config: Config,
  version: string,
): Iterable<AgentRule> {
  const { always, root } = planFor(rules, version);
  const wanted = new Set(always);
  look(config.resolved, root, wanted);
  if (config.written !== config.resolved) look(config.written, root, wanted);
  return wanted;
}

function look(value: Value, place: Place, wanted: Set<AgentRule>): void {
  for (const rule of place.rules) wanted.add(rule);
  if (place.open.length === 0) return;
  const below = belowOf(place);
  if (value.kind === 'list') {
    const item = below.get('[]');
    if (item) for (const inner of value.items) look(inner, item, wanted);
  } else if (value.kind === 'object') {
    const any = below.get('{}');
    for (const member of value.members.values()) {
      const inner = below.get(member.name);
      if (inner) look(member.value, inner, wanted);
      if (any) look(member.value, any, wanted);
    }
  }
}

const plans = new WeakMap<readonly AgentRule[], Map<string, Plan>>();

/** Worked out once for all agents of a run. */
function planFor(rules: readonly AgentRule[], version: string): Plan {
  const known = plans.get(rules) ?? new Map<string, Plan>();
  plans.set(rules, known);
  const plan = known.get(version) ?? newPlan(rules.filter((rule) => existsIn(rule, version)));
  known.set(version, plan);
  return plan;
}

function newPlan(rules: readonly AgentRule[]): Plan {
  const root = newPlace('');
  for (const rule of rules) {
    for (const option of rule.options) root.open.push({ rule, rest: option });
  }
  return { always: rules.filter((rule) => rule.runWhenUnset), root };
}

/** What is kept as it is written, in any letter case: options in it cannot be distinguished here. */
const closed = new Set(['config_entries.bootstrap', 'connect.ca_config']);

/** An option, or a step on the way to some. */
interface Place {
  readonly path: string;
  /** Those that concern this option. */
  readonly rules: AgentRule[];
  /** Those that concern options below it, with the rest of the path to each. */
  readonly open: { readonly rule: AgentRule; readonly rest: string }[];
  /** Made when it is first asked for: an agent goes few ways of many. */
  below: Map<string, Place> | undefined;
}

const newPlace = (path: string): Place => ({ path, rules: [], open: [], below: undefined });

function belowOf(place: Place): ReadonlyMap<string, Place> {
  if (place.below) return place.below;
  const below = new Map<string, Place>();
  for (const { rule, rest } of place.open) {
    const end = endOfStep(rest);
    const step = rest.slice(0, end);
    let inner = below.get(step);
    if (!inner) {
      inner = newPlace(memberPath(place.path, step));
      below.set(step, inner);
    }
    if (end === rest.length || closed.has(inner.path)) inner.rules.push(rule);
    else inner.open.push({ rule, rest: rest.slice(rest[end] === '.' ? end + 1 : end) });
  }
  place.below = below;
  return below;
}

/** Of `services[].port` the end of `services`, of `[].port` that of `[]`. */
function endOfStep(path: string): number {
  if (path.startsWith('[]')) return 2;
  const [dot, bracket] = [path.indexOf('.'), path.indexOf('[')];
  if (dot < 0 || bracket < 0) return Math.max(dot, bracket) < 0 ? path.length : Math.max(dot, bracket);
  return Math.min(dot, bracket);
}
