/** JSON as it is written, from the tokens of a JSON tree. */

import { printableJson } from '../../util/visible.ts';
import { beginsOnOneLine, fits, hasOnlyCrlf } from '../hcl/syntax.ts';
import type { Syntax } from '../layout/syntax.ts';
import type { LiteralNode } from '../tree/tree.ts';

/** Keeps every token as its author wrote it. */
export function jsonTokens(text: string): Syntax {
  return {
    newline: hasOnlyCrlf(text) ? '\r\n' : '\n',
    assign: ': ',
    comma: ',',
    trailingComma: false,
    columns: false,
    bareRoot: false,
    comments: false,
    key: ({ start, end }) => text.slice(start, end),
    literal: ({ start, end }) => text.slice(start, end),
    isBlock: () => false,
    isInline: (list) => beginsOnOneLine(text, list),
    isMultiline: () => false,
  };
}

/** Writes what nodes say: for trees that carry values. */
export const jsonValues: Syntax = {
  newline: '\n',
  assign: ': ',
  comma: ',',
  trailingComma: false,
  columns: false,
  bareRoot: false,
  comments: false,
  key: ({ value = '' }) => printableJson(value),
  literal: jsonLiteral,
  isBlock: () => false,
  isInline: (list) => fits(list, jsonLiteral),
  isMultiline: () => false,
};

function jsonLiteral({ value = null }: LiteralNode): string {
  if (typeof value === 'string') return printableJson(value);
  if (typeof value === 'number' && !Number.isFinite(value)) throw new RangeError(`JSON cannot say ${value}`);
  return Object.is(value, -0) ? '-0' : String(value);
}
