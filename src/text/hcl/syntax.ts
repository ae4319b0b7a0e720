/** HCL as it is written: for what was HCL, token by token; for other trees, from their values. */
import { hasNewline } from '../comments.ts';
import type { Syntax } from '../layout.ts';
import type { ListNode } from '../tree.ts';

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
    literal: ({ start, end }) => text.slice(start, end),
    isBlock: (member) => member.separator === undefined,
    isInline: (list) => beginsOnOneLine(text, list),
    isMultiline: ({ type, start, end }) =>
      type === 'heredoc' || (type === 'string' && hasNewline(text, start, end)),
  };
}

/** Items that begin on the line of the bracket stay there, as hclfmt has it. */
export function beginsOnOneLine(text: string, { start, items }: ListNode): boolean {
  return !hasNewline(text, start, items.at(-1)?.start ?? start);
}

/** A file keeps its line ends, if they are all of one kind. */
export const hasOnlyCrlf = (text: string): boolean => text.includes('\r\n') && !/(?<!\r)\n/.test(text);
