/**
 * Which of all the errors of a text Consul would report, and in which words. Its parser stops at its first error, but
 * the last error that its scanner met up to there is the one that it reports.
 */

import type { Refusal } from '../../source/problem.ts';
import type { Source } from '../../source/source.ts';
import type { Frame } from '../../tree/frame.ts';

/** Where Consul says something is: an offset, or so many columns after the end of the text. */
export interface ErrorOffset {
  readonly at: number;
  readonly beyond: number;
}

export function refusalAt(source: Source, place: ErrorOffset, message: string): Refusal {
  const position = source.position(place.at);
  const line = position.line;
  const column = position.column + place.beyond;
  const end = Math.min(place.at + 1, source.text.length);
  return {
    text: `At ${line}:${column}: ${message}`,
    line,
    column,
    panic: false,
    at: source.span(Math.min(place.at, end), end),
  };
}

/** An error inside items of lists is wrapped once for each of them, and placed at the outermost item. */
export function wrappedRefusal(source: Source, frame: Frame, place: ErrorOffset, message: string): Refusal {
  const items: Frame[] = [];
  for (let inner = frame; inner.up; inner = inner.up)
    if (inner.up.container.kind === 'list') items.push(inner);
  const outermost = items.at(-1);
  if (!outermost) return refusalAt(source, place, message);
  const texts: string[] = [];
  // From left to right, so that no line is counted anew for each of them.
  for (const { container } of items.reverse()) {
    const { text } = refusalAt(source, { at: container.start, beyond: 0 }, '');
    texts.push(`${text}error while trying to parse ${container.kind} within list: `);
  }
  texts.push(refusalAt(source, place, message).text);
  const outer = refusalAt(source, { at: outermost.container.start, beyond: 0 }, '');
  return { ...outer, text: texts.join('') };
}
