/** The parts of a template that an engine replaces, whichever engine it is. */

export type Tag = { readonly start: number; readonly end: number } & (
  | { readonly kind: 'hole' }
  /** Yields nothing: a comment, an assignment. */
  | { readonly kind: 'nothing' }
  /** Yields a text that is written in it, from and to. */
  | { readonly kind: 'text'; readonly from: number; readonly to: number }
  | { readonly kind: 'if' | 'loop' | 'elif'; readonly condition: string }
  | { readonly kind: 'else' | 'end' }
);

/** The tags of a text in their order; undefined where one does not end, or means something that is not known. */
export type Lexer = (text: string) => readonly Tag[] | undefined;

/** What is between two marks. */
export interface Enclosed {
  readonly start: number;
  readonly end: number;
  readonly open: string;
  readonly inside: string;
  /** Where the inside begins. */
  readonly from: number;
}

/**
 * Everything between marks, in order. Quoted texts hide a mark that closes.
 * @param pairs what opens, and what closes it; of two that begin alike the longer one comes first
 */
export function enclosed(
  text: string,
  pairs: readonly (readonly [open: string, close: string])[],
): readonly Enclosed[] | undefined {
  const found: Enclosed[] = [];
  const opening = new RegExp(pairs.map(([open]) => open.replace(/[{$%<#]/g, '\\$&')).join('|'), 'g');
  for (let match = opening.exec(text); match; match = opening.exec(text)) {
    const [open] = match;
    const close = pairs.find(([one]) => one === open)![1];
    const from = match.index + open.length;
    const to = closeOf(text, from, close);
    if (to === undefined) return undefined;
    const end = to + close.length;
    found.push({ start: match.index, end, open, inside: text.slice(from, to), from });
    opening.lastIndex = end;
  }
  return found;
}

/** Longer parts are none that people write. */
const longest = 5000;

function closeOf(text: string, from: number, close: string): number | undefined {
  const most = Math.min(text.length, from + longest);
  // In braces there are other braces, and comments are not made of quoted texts.
  const isNested = close === '}';
  const isComment = close === '#}' || close === '--%>';
  let depth = 0;
  for (let i = from; i < most; i++) {
    const char = text[i]!;
    if (depth === 0 && text.startsWith(close, i)) return i;
    if (isNested && char === '{') depth++;
    if (isNested && char === '}') depth--;
    if (!isComment && (char === '"' || char === "'")) {
      const end = quoteEnd(text, i, most);
      // An apostrophe, where nothing ends it before the mark does.
      if (end !== undefined) i = end;
    }
  }
  return undefined;
}

function quoteEnd(text: string, at: number, most: number): number | undefined {
  for (let i = at + 1; i < most && text[i] !== '\n'; i++) {
    if (text[i] === '\\') i++;
    else if (text[i] === text[at]) return i;
  }
  return undefined;
}
