/** A tree without the members that are null, for HCL, which cannot express null: to an agent both mean the same. */
import { type MutableMember, newList, newObject } from './nodes.ts';
import type { MemberNode, TreeNode } from './tree.ts';

export const isNull = ({ value }: Pick<MemberNode, 'value'>): boolean =>
  value.kind === 'literal' && value.type === 'null';

/** Without recursion, since files may nest deeper than calls may. The nodes that stay are copies, in their places. */
export function withoutNulls(root: TreeNode): TreeNode {
  const holder: TreeNode[] = [];
  const tasks: { from: TreeNode; into: TreeNode[] | MutableMember }[] = [{ from: root, into: holder }];
  for (let task = tasks.pop(); task; task = tasks.pop()) {
    const { from, into } = task;
    let node = from;
    if (from.kind === 'list') {
      const list = Object.assign(newList(0), from, { items: [] });
      for (const item of from.items.toReversed()) tasks.push({ from: item, into: list.items });
      node = list;
    } else if (from.kind === 'object') {
      const members = from.members
        .filter((member) => !isNull(member))
        .map((member): MutableMember => ({ ...member, keys: [...member.keys] }));
      node = Object.assign(newObject(0), from, { members });
      for (const member of members) tasks.push({ from: member.value, into: member });
    }
    if (Array.isArray(into)) into.push(node);
    else into.value = node;
  }
  return holder[0]!;
}
