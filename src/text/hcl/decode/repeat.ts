/** A key that is set again: the kind of its first value decides how the next one is read. */
import type { Source } from '../../source/source.ts';
import type { LiteralNode, TreeNode } from '../../tree/tree.ts';
import type { Value } from '../../tree/value.ts';
import { type Dialect, decodeLiteral, float, integer, type Literal, rawText } from '../scan/literal.ts';
import { parseGoInt } from '../scan/number.ts';

/** As Go prints the types of the tree. */
export function typeName(node: TreeNode): string {
  if (node.kind === 'literal') return '*ast.LiteralType';
  return node.kind === 'list' ? '*ast.ListType' : '*ast.ObjectType';
}

/** The value of `node` where `old` is set already; undefined where the two do not fit. */
export function repeatedLiteral(
  source: Source,
  node: LiteralNode,
  old: Value,
  dialect: Dialect,
): Literal | undefined {
  const { type } = node;
  switch (old.kind) {
    case 'number':
      if (!old.integer) {
        return type === 'integer' || type === 'float'
          ? float(source, node, rawText(source, node))
          : undefined;
      }
      if (type === 'integer') return decodeLiteral(source, node, dialect);
      return type === 'string' ? integerInString(source, node, dialect) : undefined;
    case 'bool':
      return type === 'bool' ? decodeLiteral(source, node, dialect) : undefined;
    case 'string':
      if (type === 'string' || type === 'heredoc') return decodeLiteral(source, node, dialect);
      if (type !== 'integer') return undefined;
      return { kind: 'string', source, start: node.start, end: node.end, value: rawText(source, node) };
    default:
      return undefined;
  }
}

function integerInString(source: Source, node: LiteralNode, dialect: Dialect): Literal {
  const text = decodeLiteral(source, node, dialect);
  return 'kind' in text && text.kind === 'string' ? integer(source, node, parseGoInt(text.value)) : text;
}
