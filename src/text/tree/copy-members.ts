/** Copies of values whose members are changed at any depth. */
import type { Member, Value } from './value.ts';

/**
 * A copy of a value in which every member of every object below it is what `change` makes of it. It keeps its own stack,
 * since free-form values may nest deeper than calls.
 *
 * @param change is given the value of a member, and copies what it keeps of it with `copyOf`
 */
export function copyMembers(
  root: Value,
  change: (value: Value, copyOf: (value: Value) => Value) => Value,
): Value {
  const tasks: (() => void)[] = [];
  const copyOf = (value: Value): Value => {
    if (value.kind === 'list') {
      const items: Value[] = [];
      tasks.push(() => {
        for (const item of value.items) items.push(copyOf(item));
      });
      return { ...value, items };
    }
    if (value.kind !== 'object') return value;
    const members = new Map<string, Member>();
    tasks.push(() => {
      for (const [name, member] of value.members)
        members.set(name, { ...member, value: change(member.value, copyOf) });
    });
    return { ...value, members };
  };
  const copy = copyOf(root);
  for (let task = tasks.pop(); task; task = tasks.pop()) task();
  return copy;
}
