/** A YAML tree to values. Its scalars carry their value, which only their document knew how to read. */
import type { Source } from '../source/source.ts';
import type { LiteralNode, TreeNode } from '../tree/tree.ts';
import type { Member, ObjectValue, Value } from '../tree/value.ts';

export function decodeYamlRoot(source: Source, root: TreeNode): ObjectValue | undefined {
  const value = decodeYaml(source, root);
  return value.kind === 'object' ? value : undefined;
}

/** Recursive, because the YAML reader itself nests no deeper than calls may. */
export function decodeYaml(source: Source, node: TreeNode): Value {
  const { start, end } = node;
  if (node.kind === 'literal') return decodeScalar(source, node);
  if (node.kind === 'list') {
    const items = node.items.map((item) => decodeYaml(source, item));
    return { kind: 'list', source, start, end, items, blocks: false };
  }
  const members = new Map<string, Member>();
  for (const { keys, value } of node.members) {
    const key = keys[0]!;
    const name = key.value ?? '';
    members.set(name, { name, key, value: decodeYaml(source, value) });
  }
  return { kind: 'object', source, start, end, members };
}

function decodeScalar(source: Source, node: LiteralNode): Value {
  const { start, end, value } = node;
  switch (typeof value) {
    case 'string':
      return { kind: 'string', source, start, end, value };
    case 'boolean':
      return { kind: 'bool', source, start, end, value };
    case 'number':
      return { kind: 'number', source, start, end, value, integer: Number.isInteger(value) };
    case 'bigint':
      return { kind: 'number', source, start, end, value: Number(value), integer: true, exact: value };
    default:
      return { kind: 'null', source, start, end };
  }
}
