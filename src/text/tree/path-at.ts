/** From a place in a text to the value that is there. */
import type { Path } from '../source/path.ts';
import type { Value } from './value.ts';

/** The path of the innermost value, or of the member with the innermost key, that an offset is in. */
export function pathAt(root: Value, offset: number): Path {
  const path: (string | number)[] = [];
  for (let next = stepInto(root, offset); next; next = stepInto(next.value, offset)) path.push(next.step);
  return path;
}

interface Step {
  readonly step: string | number;
  readonly value: Value;
}

const isIn = (offset: number, start: number, end: number): boolean => start <= offset && offset < end;

function stepInto(value: Value, offset: number): Step | undefined {
  if (value.kind === 'list') {
    const index = value.items.findIndex(({ start, end }) => isIn(offset, start, end));
    return index < 0 ? undefined : { step: index, value: value.items[index]! };
  }
  if (value.kind !== 'object') return undefined;
  for (const { name, key, value: inner } of value.members.values())
    if (isIn(offset, key.start, inner.end)) return { step: name, value: inner };
  return undefined;
}
