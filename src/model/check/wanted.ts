/**
 * Which checks an agent needs. Most checks speak of a few options and most agents write few, so that one look at what is
 * written saves asking every check.
 */
import type { Value } from '../../text/value.ts';
import type { Config } from '../config.ts';
import { join } from '../select.ts';
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
  const root = newPlace('');
  for (const check of checks) {
    for (const option of check.options) root.open.push({ check, rest: option });
  }
  return { always: checks.filter((check) => check.always), root };
}

/** What is kept as it is written, in any letter case: options in it cannot be told apart here. */
const closed = new Set(['config_entries.bootstrap', 'connect.ca_config']);

/** An option, or a step on the way to some. */
interface Place {
  readonly path: string;
  /** Those that concern this option. */
  readonly checks: Check[];
  /** Those that concern options below it, with the rest of the path to each. */
  readonly open: { readonly check: Check; readonly rest: string }[];
  /** Made when it is first asked for: an agent goes few ways of many. */
  below: Map<string, Place> | undefined;
}

const newPlace = (path: string): Place => ({ path, checks: [], open: [], below: undefined });

function belowOf(place: Place): ReadonlyMap<string, Place> {
  if (place.below) return place.below;
  const below = new Map<string, Place>();
  for (const { check, rest } of place.open) {
    const end = endOfStep(rest);
    const step = rest.slice(0, end);
    let inner = below.get(step);
    if (!inner) {
      inner = newPlace(join(place.path, step));
      below.set(step, inner);
    }
    if (end === rest.length || closed.has(inner.path)) inner.checks.push(check);
    else inner.open.push({ check, rest: rest.slice(rest[end] === '.' ? end + 1 : end) });
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
