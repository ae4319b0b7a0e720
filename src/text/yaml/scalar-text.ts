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
  for (let i = 0; i < value.length; i++) {
    const found = next(text, at, last, value, i, style);
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

function next(text: string, from: number, last: number, value: string, i: number, style: Style): Found | undefined {
  const wanted = value[i]!;
  let at = from;
  if (isSpace(wanted)) {
    // A folded line end is a blank, and a blank line a line end.
    if (at < last && (isSpace(text[at]!) || text[at] === '\r')) return { start: at, end: at + 1, units: 1 };
    if (style === '"' && text[at] === '\\') return escaped(text, at, last, value, i);
    // At the end of a block, a line end that the file does not have.
    return at >= last || !/\S/.test(value.slice(i)) ? { start: last, end: last, units: 1 } : undefined;
  }
  for (; at < last; at++) {
    const char = text[at]!;
    if (char === wanted && style === "'" && char === "'") {
      return text[at + 1] === "'" ? { start: at, end: at + 2, units: 1 } : undefined;
    }
    if (style === '"' && char === '\\') {
      const lineEnd = /^\\\r?\n/.exec(text.slice(at, at + 3))?.[0];
      if (lineEnd === undefined) return escaped(text, at, last, value, i);
      at += lineEnd.length - 1;
    } else if (char === wanted) return { start: at, end: at + 1, units: 1 };
    else if (!isSpace(char) && char !== '\r') return undefined;
  }
  return undefined;
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

function escaped(text: string, at: number, last: number, value: string, i: number): Found | undefined {
  const hex = /^\\(?:x([\dA-Fa-f]{2})|u([\dA-Fa-f]{4})|U([\dA-Fa-f]{8}))/.exec(text.slice(at, at + 10));
  const code = hex && Number.parseInt(hex[1] ?? hex[2] ?? hex[3]!, 16);
  const char = code === null ? names[text[at + 1] ?? ''] : code > 0x10ffff ? undefined : String.fromCodePoint(code);
  const end = at + (hex ? hex[0].length : 2);
  if (char === undefined || end > last || !value.startsWith(char, i)) return undefined;
  return { start: at, end, units: char.length };
}

function lineAfter(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end + 1;
}
