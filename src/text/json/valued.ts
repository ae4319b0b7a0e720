/**
 * A JSON tree as one whose keys and literals carry their values, comments and places kept, to be written as HCL:
 * without the members that are null, and of duplicates the last, which is the one that counts.
 */
import { copyTree } from '../tree/copy-tree.ts';
import type { MutableMember } from '../tree/nodes.ts';
import type { LiteralNode, ObjectNode, TreeNode } from '../tree/tree.ts';
import { isNull } from '../tree/without-nulls.ts';
import { jsonText } from './decode.ts';

export const valuedJson = (text: string, root: TreeNode): TreeNode =>
  copyTree(root, {
    members: (node) => effectiveMembers(text, node),
    literal: (node) => valuedLiteral(text, node),
  });

function effectiveMembers(text: string, { members }: ObjectNode): MutableMember[] {
  const byName = new Map<string, MutableMember>();
  for (const member of members) {
    const key = member.keys[0]!;
    const name = jsonText(text, key);
    byName.set(name, { ...member, keys: [{ ...key, value: name }] });
  }
  return [...byName.values()].filter((member) => !isNull(member));
}

function valuedLiteral(text: string, node: LiteralNode): LiteralNode {
  const { start, end, type } = node;
  if (type === 'null') return { ...node, value: null };
  if (type === 'bool') return { ...node, value: text[start] === 't' };
  if (type === 'string') return { ...node, value: jsonText(text, { start, end, quoted: true }) };
  const value = Number(text.slice(start, end));
  return { ...node, type: Number.isInteger(value) ? 'integer' : 'float', value };
}
