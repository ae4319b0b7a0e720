/** Trees made of others: what stays is a copy, with its comments and in its place. */
import { type MutableMember, newList, newObject } from './nodes.ts';
import type { LiteralNode, ObjectNode, TreeNode } from './tree.ts';

interface Changes {
  /** Copies of the members that stay. */
  readonly members: (node: ObjectNode) => MutableMember[];
  readonly literal: (node: LiteralNode) => LiteralNode;
}

/** Without recursion, since files may nest deeper than calls may. */
export function copyTree(root: TreeNode, { members: membersOf, literal }: Changes): TreeNode {
  const holder: TreeNode[] = [];
  const tasks: { from: TreeNode; into: TreeNode[] | MutableMember }[] = [{ from: root, into: holder }];
  for (let task = tasks.pop(); task; task = tasks.pop()) {
    const { from, into } = task;
    let node: TreeNode;
    if (from.kind === 'list') {
      const list = Object.assign(newList(0), from, { items: [] });
      for (const item of from.items.toReversed()) tasks.push({ from: item, into: list.items });
      node = list;
    } else if (from.kind === 'object') {
      const members = membersOf(from);
      node = Object.assign(newObject(0), from, { members });
      for (const member of members) tasks.push({ from: member.value, into: member });
    } else {
      node = literal(from);
    }
    if (Array.isArray(into)) into.push(node);
    else into.value = node;
  }
  return holder[0]!;
}
