/** Whether two values say the same, wherever they stand. */
import type { Value } from './value.ts';

/** Keeps its own stack, since files may nest deeper than JavaScript may call. Members are compared without their order. */
export function isSameValue(one: Value, other: Value): boolean {
  const pairs: (readonly [Value, Value])[] = [[one, other]];
  for (let pair = pairs.pop(); pair; pair = pairs.pop()) {
    const [a, b] = pair;
    if (a.kind === 'list' && b.kind === 'list') {
      if (a.items.length !== b.items.length) return false;
      for (const [i, item] of a.items.entries()) pairs.push([item, b.items[i]!]);
    } else if (a.kind === 'object' && b.kind === 'object') {
      if (a.members.size !== b.members.size) return false;
      for (const [name, { value }] of a.members) {
        const member = b.members.get(name);
        if (!member) return false;
        pairs.push([value, member.value]);
      }
    } else if (!isSameScalar(a, b)) return false;
  }
  return true;
}

function isSameScalar(a: Value, b: Value): boolean {
  if (a.kind === 'number' && b.kind === 'number') return Object.is(a.value, b.value) && a.exact === b.exact;
  if (a.kind === 'string' && b.kind === 'string') return a.value === b.value;
  if (a.kind === 'bool' && b.kind === 'bool') return a.value === b.value;
  return a.kind === 'null' && b.kind === 'null';
}
