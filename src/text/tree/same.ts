/** Whether two values are equal, wherever they are written. */
import type { Value } from './value.ts';

type Pair = readonly [Value, Value];

/** Keeps its own stack, since files may nest deeper than JavaScript may call. Members are compared without their order. */
export function isSameValue(one: Value, other: Value): boolean {
  const pairs: Pair[] = [[one, other]];
  for (let pair = pairs.pop(); pair; pair = pairs.pop()) {
    const inner = innerPairs(pair);
    if (!inner) return false;
    for (const next of inner) pairs.push(next);
  }
  return true;
}

/** What is left to compare; undefined where they differ already. */
function innerPairs([a, b]: Pair): readonly Pair[] | undefined {
  if (a.kind === 'list' && b.kind === 'list') {
    return a.items.length === b.items.length ? a.items.map((item, i) => [item, b.items[i]!]) : undefined;
  }
  if (a.kind !== 'object' || b.kind !== 'object') return isSameScalar(a, b) ? [] : undefined;
  const others = b.members;
  const shared = [...a.members.values()].filter(({ name }) => others.has(name));
  if (shared.length !== a.members.size || shared.length !== others.size) return undefined;
  return shared.map(({ name, value }) => [value, others.get(name)!.value]);
}

function isSameScalar(a: Value, b: Value): boolean {
  if (a.kind === 'number' && b.kind === 'number') return Object.is(a.value, b.value) && a.exact === b.exact;
  if (a.kind === 'string' && b.kind === 'string') return a.value === b.value;
  if (a.kind === 'bool' && b.kind === 'bool') return a.value === b.value;
  return a.kind === 'null' && b.kind === 'null';
}
