/**
 * Which checks an agent needs. Most checks speak of a few options and most agents write few, so that one look at what is
 * written saves asking every check.
 */
import type { Value } from '../../text/value.ts';
import type { Config } from '../config.ts';
import { applies, type Check } from './check.ts';

interface Plan {
  readonly always: readonly Check[];
  readonly root: Place;
}

/** Those of `checks` that the release has, and of which the agent writes an option. */
export function wantedChecks(checks: readonly Check[], config: Config, version: string): Iterable<Check> {
  const { always, root } = planFor(checks, version);
  const wanted = new Set(always);
  look(config.resolved, root, wanted);
  if (config.written !== config.resolved) look(config.written, root, wanted);
  return wanted;
}

function look(value: Value, place: Place, wanted: Set<Check>): void {
  for (const check of place.checks) wanted.add(check);
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

const plans = new WeakMap<readonly Check[], Map<string, Plan>>();

/** Worked out once for all agents of a run. */
function planFor(checks: readonly Check[], version: string): Plan {
  const known = plans.get(checks) ?? new Map<string, Plan>();
  plans.set(checks, known);
  const plan = known.get(version) ?? newPlan(checks.filter((check) => applies(check, version)));
  known.set(version, plan);
  return plan;
}

function newPlan(checks: readonly Check[]): Plan {
  const root = newPlace();
  for (const check of checks) {
    for (const option of check.options) root.open.push({ check, rest: closedAbove(option) });
  }
  return { always: checks.filter((check) => check.always), root };
}

/** What is kept as it is written, in any letter case: options in it cannot be told apart here. */
const closed = ['config_entries.bootstrap', 'connect.ca_config'];

const closedAbove = (option: string): string => closed.find((path) => option.startsWith(path)) ?? option;

/** An option, or a step on the way to some. */
interface Place {
  /** Those that concern this option. */
  readonly checks: Check[];
  /** Those that concern options below it, with the rest of the path to each. */
  readonly open: { readonly check: Check; readonly rest: string }[];
  /** Made when it is first asked for: an agent goes few ways of many. */
  below: Map<string, Place> | undefined;
}

const newPlace = (): Place => ({ checks: [], open: [], below: undefined });

function belowOf(place: Place): ReadonlyMap<string, Place> {
  if (place.below) return place.below;
  const below = new Map<string, Place>();
  for (const { check, rest } of place.open) {
    const [step, further] = firstStep(rest);
    const inner = below.get(step) ?? newPlace();
    below.set(step, inner);
    if (further === '') inner.checks.push(check);
    else inner.open.push({ check, rest: further });
  }
  place.below = below;
  return below;
}

/** `services[].port` → `services`, `[].port`; `[].port` → `[]`, `port`. */
function firstStep(path: string): readonly [step: string, rest: string] {
  if (path.startsWith('[]')) return ['[]', path.slice(path[2] === '.' ? 3 : 2)];
  const end = path.search(/[.[]/);
  if (end < 0) return [path, ''];
  return [path.slice(0, end), path.slice(path[end] === '.' ? end + 1 : end)];
}
