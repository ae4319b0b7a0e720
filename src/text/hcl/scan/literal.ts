/** A literal's value, or why it has no value. */
import type { Source } from '../../source/source.ts';
import type { KeyNode, LiteralNode } from '../../tree/tree.ts';
import type { Value } from '../../tree/value.ts';
import { heredocValue } from './heredoc.ts';
import { type Parsed, parseGoFloat, parseGoInt } from './number.ts';
import { unquote } from './unquote.ts';

/** The text of a `.hcl` is HCL, or JSON as Consul's HCL library reads it. */
export type Dialect = 'hcl' | 'json-in-hcl';

/** Consul's process dies of this string. */
export interface Panic {
  readonly panic: string;
}

export type Literal = Value | Panic | { readonly error: string };

export function keyName(source: Source, key: KeyNode, dialect: Dialect): string | Panic {
  return key.quoted ? quotedText(source, key.start, key.end, dialect) : source.text.slice(key.start, key.end);
}

export function decodeLiteral(source: Source, node: LiteralNode, dialect: Dialect): Literal {
  const { start, end } = node;
  switch (node.type) {
    case 'string': {
      if (source.text[start] !== '"')
        return { kind: 'string', source, start, end, value: source.text.slice(start, end), bare: true };
      const value = quotedText(source, start, end, dialect);
      return typeof value === 'string' ? { kind: 'string', source, start, end, value } : value;
    }
    case 'heredoc':
      return { kind: 'string', source, start, end, value: heredocValue(source.text.slice(start, end)) };
    case 'bool':
      return { kind: 'bool', source, start, end, value: end - start === 4 };
    case 'null':
      return { kind: 'string', source, start, end, value: '' };
    case 'integer':
      return integer(source, node, parseGoInt(source.text.slice(start, end)));
    case 'float':
      return float(source, node, rawText(source, node));
  }
}

/** A NUMBER, or the text of a string, where an integer is set already. */
export function integer(source: Source, node: LiteralNode, parsed: Parsed<number | bigint>): Literal {
  if ('error' in parsed) return parsed;
  const { start, end } = node;
  const { value } = parsed;
  if (typeof value === 'number') return { kind: 'number', source, start, end, value, integer: true };
  return { kind: 'number', source, start, end, value: Number(value), integer: true, exact: value };
}

export function float(source: Source, node: LiteralNode, text: string): Literal {
  const parsed = parseGoFloat(text);
  if ('error' in parsed) return parsed;
  return { kind: 'number', source, start: node.start, end: node.end, value: parsed.value, integer: false };
}

/** As written, newlines folded. */
export const rawText = (source: Source, node: LiteralNode): string =>
  fold(source.text.slice(node.start, node.end));

const fold = (text: string): string => text.replaceAll('\r\n', '\n');

function quotedText(source: Source, start: number, end: number, dialect: Dialect): string | Panic {
  const value = unquote(source.text.slice(start + 1, end - 1), dialect === 'hcl');
  if (value !== undefined) return value;
  const token = source.text.slice(start, end);
  return { panic: `unquote ${dialect === 'hcl' ? fold(token) : token} err: invalid syntax` };
}
