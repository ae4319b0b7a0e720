/**
 * What Consul's JSON reader makes of nested objects before they are decoded: a member whose value holds nothing but
 * objects becomes one labelled block for each of them, a list of nothing but objects becomes repeated blocks.
 */
import type { KeyNode, MemberNode, TreeNode } from '../../tree/tree.ts';

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
    const entry = nextEntry(task, keys);
    if (!entry) tasks.pop();
    else if (isFlattened(entry.value)) tasks.push(inside(entry, keys.length));
    else {
      total += keys.length;
      if (total > maxKeys) return undefined;
      flat.push({ ...entry.member, keys: [...keys], value: entry.value });
    }
  }
  return flat;
}

interface Entry {
  readonly member: MemberNode;
  readonly value: TreeNode;
}

/** The next member or item, its keys added to those around it. */
function nextEntry(task: Task, keys: KeyNode[]): Entry | undefined {
  const index = task.next++;
  if (task.kind === 'items') {
    const value = task.items[index];
    return value && { member: task.member, value };
  }
  const member = task.members[index];
  for (const key of member?.keys ?? []) keys.push(key);
  return member && { member, value: member.value };
}

const inside = ({ member, value }: Entry, depth: number): Task =>
  value.kind === 'object'
    ? { kind: 'members', members: value.members, next: 0, depth }
    : { kind: 'items', member, items: value.kind === 'list' ? value.items : [], next: 0, depth };

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
      readonly items: readonly TreeNode[];
      next: number;
      readonly depth: number;
    };

function isFlattened(value: TreeNode): boolean {
  if (value.kind === 'literal') return false;
  const inner = value.kind === 'object' ? value.members.map((member) => member.value) : value.items;
  return inner.length > 0 && inner.every((node) => node.kind === 'object');
}
