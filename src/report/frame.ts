/** The lines of a file that a finding is about, with a mark under the place. */
import { shownLine as concealedLine } from '../secrets/known.ts';
import { isLowSurrogate } from '../text/source/bytes.ts';
import type { Source, Span } from '../text/source/source.ts';

export interface FrameLine {
  /** Undefined for the line of marks. */
  readonly number: number | undefined;
  readonly text: string;
}

const contextLines = 1;
const longestShown = 160;
/** Of a line that is too long: which part of what is shown is before the location. */
const partBefore = 3 / 8;

/** The first line of the span with one line before it, and `^^^` under it. Empty where there is nothing to show. */
export function frame({ source, start, end }: Span, longest = longestShown): FrameLine[] {
  if (source.text.trim() === '') return [];
  const from = source.position(start);
  const to = source.position(Math.max(start, end));
  const lines: FrameLine[] = [];
  for (let number = Math.max(1, from.line - contextLines); number < from.line; number++) {
    const text = shownLine(source, number);
    if (text) lines.push({ number, text: windowOf(text, 0, longest) });
  }
  const text = shownLine(source, from.line);
  if (text === undefined) return lines;
  const at = Math.min(start - source.lineStart(from.line), text.length);
  const first = windowStart(text, at, longest);
  lines.push({ number: from.line, text: windowOf(text, first, longest) });
  if (text === '') return lines;
  const length = to.line > from.line ? text.trimEnd().length - at : to.column - from.column;
  // The place in what is shown: a character outside the Basic Multilingual Plane is two units and one column.
  const before = first === 0 ? from.column - 1 : [...text.slice(first, at)].length;
  lines.push({ number: undefined, text: marks(before, length, longest) });
  return lines;
}

const shownLines = new WeakMap<Source, Map<number, string>>();

/** With its secrets masked and fit for a terminal. Many findings may ask for one long line, which is made once. */
function shownLine(source: Source, number: number): string | undefined {
  const known = shownLines.get(source) ?? new Map<number, string>();
  shownLines.set(source, known);
  const line = known.get(number);
  if (line !== undefined) return line;
  const text = concealedLine(source, number);
  if (text === undefined) return undefined;
  const made = printable(text);
  known.set(number, made);
  return made;
}

/** Where what is shown of a line begins. Half a character is not shown. */
function windowStart(text: string, at: number, longest: number): number {
  const shownBefore = Math.floor(longest * partBefore);
  if (text.length <= longest || at < longest - shownBefore) return 0;
  const first = Math.min(at - shownBefore, text.length - longest + 1);
  return isLowSurrogate(text.charCodeAt(first)) ? first + 1 : first;
}

function windowOf(text: string, first: number, longest: number): string {
  const isCut = text.length - first > longest;
  const rest = isCut ? `${text.slice(first, first + longest - 1)}…` : text.slice(first);
  return first > 0 ? `…${rest.slice(1)}` : rest;
}

/** A tab is one column to Consul and so to the marks; control characters must not reach a terminal. */
function printable(text: string): string {
  return text
    .replace(/\t/g, ' ')
    .replace(/[\u0000-\u001f\u007f-\u009f\ud800-\udfff\u2028-\u202e\u2066-\u2069]/gu, '\ufffd');
}

const marks = (before: number, length: number, longest: number): string =>
  ' '.repeat(before) + '^'.repeat(Math.max(1, Math.min(length, longest - before)));
