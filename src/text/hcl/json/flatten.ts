/**
 * What Consul's JSON reader makes of nested objects before they are decoded: a member whose value holds nothing but
 * objects becomes one labelled block for each of them, a list of nothing but objects becomes repeated blocks.
 */
import type { KeyNode, MemberNode, Node } from '../../tree.ts';

/** How many keys all labelled blocks of one object may have together; a nest of pairs has as many as its depth squared. */
const maxKeys = 5_000_000;

/** Undefined where that would be too many. */
export function flatten(members: readonly MemberNode[]): readonly MemberNode[] | undefined {
  if (!members.some(({ value }) => isFlattened(value))) return members;
  const flat: MemberNode[] = [];
  let total = 0;
  const keys: KeyNode[] = [];
  const tasks: Task[] = [{ kind: 'members', members, next: 0, depth: 0 }];
  for (let task = tasks.at(-1); task; task = tasks.at(-1)) {
    keys.length = task.depth;
    const member = task.kind === 'members' ? task.members[task.next++] : task.member;
    const value = task.kind === 'members' ? member?.value : task.items[task.next++];
    if (!member || !value) {
      tasks.pop();
      continue;
    }
    if (task.kind === 'members') keys.push(...member.keys);
    if (!isFlattened(value)) {
      total += keys.length;
      if (total > maxKeys) return undefined;
      flat.push({ ...member, keys: [...keys], value });
    } else if (value.kind === 'object') {
      tasks.push({ kind: 'members', members: value.members, next: 0, depth: keys.length });
    } else {
      tasks.push({ kind: 'items', member, items: value.items, next: 0, depth: keys.length });
    }
  }
  return flat;
}

type Task =
  | {
      readonly kind: 'members';
      readonly members: readonly MemberNode[];
      next: number;
      readonly depth: number;
    }
  | {
      readonly kind: 'items';
      readonly member: MemberNode;
      readonly items: readonly Node[];
      next: number;
      readonly depth: number;
    };

type Flattened = Extract<Node, { kind: 'object' | 'list' }>;

function isFlattened(value: Node): value is Flattened {
  if (value.kind === 'literal') return false;
  const inner = value.kind === 'object' ? value.members.map((member) => member.value) : value.items;
  return inner.length > 0 && inner.every((node) => node.kind === 'object');
}
