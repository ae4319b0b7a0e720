/** HCL as it is written: for what was HCL, token by token; for other trees, from their values. */

import type { Syntax } from '../layout/syntax.ts';
import { hasNewline } from '../tree/comments.ts';
import type { ListNode, LiteralNode } from '../tree/tree.ts';
import { hclKey, hclNumber, heredoc, quoteHcl } from './scan/quote.ts';

/** Keeps every token as its author wrote it. */
export function hclTokens(text: string): Syntax {
  return {
    newline: hasOnlyCrlf(text) ? '\r\n' : '\n',
    assign: ' = ',
    comma: '',
    trailingComma: true,
    columns: true,
    bareRoot: true,
    comments: true,
    key: ({ start, end }) => text.slice(start, end),
    literal: ({ type, start, end }) => tokenText(type, text.slice(start, end)),
    isBlock: (member) => member.separator === undefined,
    isInline: (list) => beginsOnOneLine(text, list),
    isMultiline: ({ type, start, end }) =>
      type === 'heredoc' || (type === 'string' && hasNewline(text, start, end)),
  };
}

/** Consul's scanner takes the character after `1.5e` for its exponent, also the end of the line. */
const tokenText = (type: LiteralNode['type'], text: string): string =>
  type === 'float' ? text.trimEnd() : text;

/** Items that begin on the line of the bracket stay there, as hclfmt has it. */
export function beginsOnOneLine(text: string, { start, items }: ListNode): boolean {
  return !hasNewline(text, start, items.at(-1)?.start ?? start);
}

/** A file keeps its line ends, if they are all of one kind. */
export const hasOnlyCrlf = (text: string): boolean => text.includes('\r\n') && !/(?<!\r)\n/.test(text);

/** Writes what nodes say: for trees that carry values. Objects become blocks. */
export const hclValues: Syntax = {
  newline: '\n',
  assign: ' = ',
  comma: '',
  trailingComma: true,
  columns: true,
  bareRoot: true,
  comments: true,
  key: ({ value = '' }) => hclKey(value),
  literal: hclLiteral,
  isBlock: ({ value }) => value.kind === 'object',
  isInline: (list) => fits(list, hclLiteral),
  isMultiline: ({ value }) => typeof value === 'string' && heredoc(value) !== undefined,
};

function hclLiteral({ value = null, type }: LiteralNode): string {
  if (typeof value === 'string') return heredoc(value) ?? quoteHcl(value);
  if (typeof value === 'number' || typeof value === 'bigint') return hclNumber(value, type === 'integer');
  if (value === null) throw new RangeError('HCL cannot say null');
  return String(value);
}

/** How long a list may be to be written on one line, where no author has decided. */
const maxLine = 80;

export function fits({ items }: ListNode, literal: (node: LiteralNode) => string): boolean {
  let length = 0;
  for (const item of items) {
    if (item.kind !== 'literal') return false;
    length += literal(item).length + 2;
    if (length > maxLine) return false;
  }
  return true;
}
