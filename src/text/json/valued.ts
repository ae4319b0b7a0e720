/**
 * A JSON tree as one whose keys and literals carry their values, comments and places kept, to be written as HCL:
 * without the members that are null, and of duplicates the last, which is the one that counts.
 */
import { type MutableLiteral, type MutableMember, newList, newObject } from '../tree/nodes.ts';
import type { LiteralNode, ObjectNode, TreeNode } from '../tree/tree.ts';
import { isNull } from '../tree/without-nulls.ts';
import { jsonText } from './decode.ts';

/** Without recursion, since files may nest deeper than calls may. */
export function valuedJson(text: string, root: TreeNode): TreeNode {
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
      const members = effectiveMembers(text, from);
      node = Object.assign(newObject(0), from, { members });
      for (const member of members) tasks.push({ from: member.value, into: member });
    } else {
      node = valuedLiteral(text, from);
    }
    if (Array.isArray(into)) into.push(node);
    else into.value = node;
  }
  return holder[0]!;
}

function effectiveMembers(text: string, { members }: ObjectNode): MutableMember[] {
  const byName = new Map<string, MutableMember>();
  for (const member of members) {
    const key = member.keys[0]!;
    const name = jsonText(text, key);
    byName.set(name, { ...member, keys: [{ ...key, value: name }] });
  }
  return [...byName.values()].filter((member) => !isNull(member));
}

function valuedLiteral(text: string, node: LiteralNode): MutableLiteral {
  const { start, end, type } = node;
  if (type === 'null') return { ...node, value: null };
  if (type === 'bool') return { ...node, value: text[start] === 't' };
  if (type === 'string') return { ...node, value: jsonText(text, { start, end, quoted: true }) };
  const value = Number(text.slice(start, end));
  return { ...node, type: Number.isInteger(value) ? 'integer' : 'float', value };
}
