/** JSON as it is written, from the tokens of a JSON tree. */
import { beginsOnOneLine, hasOnlyCrlf } from '../hcl/syntax.ts';
import type { Syntax } from '../layout.ts';

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
