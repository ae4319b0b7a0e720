/** Do two values say the same? Places do not count, nor does the order of members. */
import type { Value } from '../../text/tree/value.ts';

type Pair = readonly [Value | undefined, Value | undefined];

/** Without recursion: values may be deep. */
export function isEqual(one: Value | undefined, other: Value | undefined): boolean {
  const pairs: Pair[] = [[one, other]];
  for (let pair = pairs.pop(); pair; pair = pairs.pop()) {
    const inner = compared(pair);
    if (!inner) return false;
    for (const next of inner) pairs.push(next);
  }
  return true;
}

/** The pairs that must be equal for two values to be; undefined where they are not. */
function compared([a, b]: Pair): readonly Pair[] | undefined {
  if (a === b) return [];
  if (!a || !b) return undefined;
  if (a.kind === 'list' && b.kind === 'list') {
    return a.items.length === b.items.length ? a.items.map((item, i) => [item, b.items[i]]) : undefined;
  }
  if (a.kind === 'object' && b.kind === 'object') {
    if (a.members.size !== b.members.size) return undefined;
    return [...a.members].map(([name, { value }]) => [value, b.members.get(name)?.value]);
  }
  if (a.kind !== b.kind) return undefined;
  return ('value' in a && a.value) === ('value' in b && b.value) ? [] : undefined;
}
