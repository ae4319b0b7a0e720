/** Compare: what changed between two configurations of an agent, and what it takes to apply the change. */
import type { Agent } from '../model/agent.ts';
import { type Change, compareAgents, effortOf } from '../model/change/compare.ts';
import type { Effort } from '../model/change/effort.ts';
import { placeAt } from '../secrets/place.ts';
import { readTogether } from '../secrets/run/run.ts';
import { withoutSecrets } from '../secrets/values.ts';
import type { Value } from '../text/tree/value.ts';

export interface Comparison {
  /** What it takes to apply all of them. */
  readonly effort: Effort;
  /** Without secrets. */
  readonly changes: readonly Change[];
}

export function compare(before: Agent, after: Agent): Comparison {
  readTogether([before, after].flatMap(({ files }) => files.map(({ source }) => source)));
  const changes = compareAgents(before, after);
  return { effort: effortOf(changes), changes: changes.map(masked) };
}

function masked({ before, after, ...change }: Change): Change {
  const hide = (value: Value | undefined) => value && withoutSecrets(value, placeAt(change.path));
  return { ...change, before: hide(before), after: hide(after) };
}
