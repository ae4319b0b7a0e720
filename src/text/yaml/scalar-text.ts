/** What a scalar of YAML says, with the place of each of its characters, in whichever style it is written. */
import { MappedText, type Place } from '../source/mapped-text.ts';
import type { StringValue } from '../tree/value.ts';

/**
 * The characters of the value are found in the text one after the other: quotes, indentation, escapes and folded line ends
 * lie between them. A value that cannot be found like that has the place of the whole scalar.
 */
export function scalarText({ source, start, end, value }: StringValue): MappedText {
  const { text } = source;
  const open = text[start];
  const style = open === '"' || open === "'" ? open : open === '|' || open === '>' ? 'block' : 'plain';
  const last = style === '"' || style === "'" ? end - 1 : end;
  let at = style === 'plain' ? start : start + 1;
  // The header of a block: `|`, `>-`, `|2+`, and a comment.
  if (style === 'block') at = lineAfter(text, at);
  const places: Place[] = [];
  const search = { text, last, value, style } as const;
  for (let i = 0; i < value.length; i++) {
    const found = next(search, at, i);
    if (!found) return MappedText.at({ source, start, end }, value);
    for (let unit = 0; unit < found.units; unit++) places.push([found.start, found.end]);
    i += found.units - 1;
    at = found.end;
  }
  return new MappedText(source, value, places, [start, end]);
}

type Style = '"' | "'" | 'block' | 'plain';

interface Found {
  readonly start: number;
  readonly end: number;
  /** How many UTF-16 units of the value it makes. */
  readonly units: number;
}

/** What a scalar's text is being searched for. */
interface Search {
  readonly text: string;
  readonly last: number;
  readonly value: string;
  readonly style: Style;
}

function next(search: Search, from: number, i: number): Found | undefined {
  const { text, style } = search;
  const at = style === '"' ? behindLineEnds(text, from) : from;
  return isSpace(search.value[i]!) ? space(search, at, i) : visible(search, at, i);
}

/** A folded line end is a blank, and a blank line a line end. */
function space(search: Search, at: number, i: number): Found | undefined {
  const { text, last, value, style } = search;
  if (at < last && (isSpace(text[at]!) || text[at] === '\r')) return { start: at, end: at + 1, units: 1 };
  if (style === '"' && text[at] === '\\') return escaped(search, at, i);
  // At the end of a block, a line end that the file does not have.
  return at >= last || !/\S/.test(value.slice(i)) ? { start: last, end: last, units: 1 } : undefined;
}

function visible(search: Search, from: number, i: number): Found | undefined {
  const { text, last, value, style } = search;
  const at = behindSpace(text, from, style);
  if (at >= last) return undefined;
  if (style === '"' && text[at] === '\\') return escaped(search, at, i);
  if (text[at] !== value[i]) return undefined;
  if (style !== "'" || text[at] !== "'") return { start: at, end: at + 1, units: 1 };
  return text[at + 1] === "'" ? { start: at, end: at + 2, units: 1 } : undefined;
}

/** Behind white space, also where a text in double quotes has it with backslashes. */
function behindSpace(text: string, from: number, style: Style): number {
  const space = style === '"' ? /(?:[ \t\r\n]|\\(?:\r?\n|[ \tntr]))*/y : /[ \t\r\n]*/y;
  space.lastIndex = from;
  return from + (space.exec(text)?.[0].length ?? 0);
}

/** A backslash at the end of a line joins it to the next one, without the white space before that. */
function behindLineEnds(text: string, from: number): number {
  const joined = /(?:\\\r?\n[ \t]*)+/y;
  joined.lastIndex = from;
  return from + (joined.exec(text)?.[0].length ?? 0);
}

const isSpace = (char: string): boolean => char === ' ' || char === '\n' || char === '\t';

const names: Readonly<Record<string, string>> = {
  '0': '\0',
  a: '\x07',
  b: '\b',
  t: '\t',
  '\t': '\t',
  n: '\n',
  v: '\v',
  f: '\f',
  r: '\r',
  e: '\x1b',
  ' ': ' ',
  '"': '"',
  '/': '/',
  '\\': '\\',
  N: '\x85',
  _: '\xa0',
  L: '\u2028',
  P: '\u2029',
};

function escaped({ text, last, value }: Search, at: number, i: number): Found | undefined {
  const hex = /^\\(?:x([\dA-Fa-f]{2})|u([\dA-Fa-f]{4})|U([\dA-Fa-f]{8}))/.exec(text.slice(at, at + 10));
  const code = hex && Number.parseInt(hex[1] ?? hex[2] ?? hex[3]!, 16);
  const char =
    code === null ? names[text[at + 1] ?? ''] : code > 0x10ffff ? undefined : String.fromCodePoint(code);
  const end = at + (hex ? hex[0].length : 2);
  if (char === undefined || end > last || !value.startsWith(char, i)) return undefined;
  return { start: at, end, units: char.length };
}

function lineAfter(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end + 1;
}
