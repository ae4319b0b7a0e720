/** What of a file is hidden wherever it is shown: its own secrets, and those of other files of the same run. */
import type { Source } from '../text/source/source.ts';
import { type Range, replaced } from './range.ts';
import { runOf } from './run/run.ts';

/** In order, and without overlaps. */
export const secretsOf = (source: Source): readonly Range[] => runOf(source).secretsOf(source);

/** A line (1-based) with `*` for every character of a secret, so that columns stay as they are; without its line end. */
export function shownLine(source: Source, number: number): string | undefined {
  const run = runOf(source);
  let lines = shownLines.get(source);
  if (lines?.run !== run) {
    lines = { run, texts: shownText(source).split('\n') };
    shownLines.set(source, lines);
  }
  return lines.texts[number - 1]?.replace(/\r$/, '');
}

const shownLines = new WeakMap<Source, { readonly run: object; readonly texts: readonly string[] }>();

export const shownText = (source: Source): string => replaced(source.text, secretsOf(source), stars);

const stars = (piece: string): string => piece.replace(/[^\r\n]/gu, '*');
