/** The lines of a file that a finding is about, with a mark under the place. */
import { shownLine } from '../secrets/known.ts';
import type { Span } from '../text/source.ts';

export interface FrameLine {
  /** Undefined for the line of marks. */
  readonly number: number | undefined;
  readonly text: string;
}

const contextLines = 1;
const longestShown = 160;

/** The first line of the span with one line before it, and `^^^` under it. Empty for an empty file. */
export function frame({ source, start, end }: Span): FrameLine[] {
  if (source.text === '') return [];
  const from = source.position(start);
  const to = source.position(Math.max(start, end));
  const lines: FrameLine[] = [];
  for (let number = Math.max(1, from.line - contextLines); number <= from.line; number++) {
    const text = shownLine(source, number);
    if (text === undefined || (text === '' && number !== from.line)) continue;
    lines.push({ number, text: shown(text) });
  }
  const last = source.line(from.line);
  if (last)
    lines.push({ number: undefined, text: marks(last, from.column, to.line > from.line ? 0 : to.column) });
  return lines;
}

function shown(text: string): string {
  const line = printable(text);
  return line.length > longestShown ? `${line.slice(0, longestShown - 1)}…` : line;
}

/** A tab is one column to Consul and so to the marks; control characters must not reach a terminal. */
function printable(text: string): string {
  return text
    .replace(/\t/g, ' ')
    .replace(/[\u0000-\u001f\u007f-\u009f\ud800-\udfff\u2028-\u202e\u2066-\u2069]/g, '\ufffd');
}

function marks(line: string, from: number, to: number): string {
  const end = Math.min(to === 0 ? line.trimEnd().length + 1 : to, longestShown);
  return from > longestShown ? '' : ' '.repeat(from - 1) + '^'.repeat(Math.max(1, end - from));
}
