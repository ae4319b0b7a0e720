/**
 * A file's text, and where things stand in it. Offsets are UTF-16 indexes into `text`; lines and columns are
 * computed only when asked for. A byte that is not UTF-8 becomes the lone surrogate U+DC80 + (byte − 0x80)
 * — real UTF-8 never yields one — so that every file can be written back byte for byte.
 */
import { decodeBytes, encodeBytes, isHighSurrogate, isLowSurrogate } from './bytes.ts';

export interface Position {
  /** 1-based. */
  readonly line: number;
  /** 1-based, counted in code points, a tab being one: as Consul counts. */
  readonly column: number;
}

/** A piece of a source: `start` inclusive, `end` exclusive. */
export interface Span {
  readonly source: Source;
  readonly start: number;
  readonly end: number;
}

export class Source {
  readonly file: string;
  readonly text: string;
  #lineStarts: number[] | undefined;
  #lastColumn = { start: 0, at: 0, column: 1 };

  constructor(file: string, text: string) {
    this.file = file;
    this.text = text;
  }

  static fromBytes(file: string, bytes: Uint8Array): Source {
    return new Source(file, decodeBytes(bytes));
  }

  /** The file's bytes again, whatever they were. */
  toBytes(): Uint8Array {
    return encodeBytes(this.text);
  }

  position(offset: number): Position {
    const starts = this.lineStarts();
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (starts[middle]! <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: this.column(starts[low]!, offset) };
  }

  /** Counts on from the last answer where it can: a long line asked for from left to right is counted once. */
  private column(lineStart: number, offset: number): number {
    const { start, at, column } = this.#lastColumn;
    const isBehind = start === lineStart && at <= offset;
    const counted = isBehind
      ? column + countCodePoints(this.text, at, offset)
      : countCodePoints(this.text, lineStart, offset) + 1;
    this.#lastColumn = { start: lineStart, at: offset, column: counted };
    return counted;
  }

  /** The text of a line (1-based), without its line end; undefined past the last one. */
  line(number: number): string | undefined {
    const starts = this.lineStarts();
    const start = starts[number - 1];
    if (start === undefined) return undefined;
    const end = starts[number] ?? this.text.length + 1;
    return this.text.slice(start, end - 1).replace(/\r$/, '');
  }

  span(start: number, end: number): Span {
    return { source: this, start, end };
  }

  private lineStarts(): number[] {
    if (this.#lineStarts) return this.#lineStarts;
    const starts = [0];
    for (let at = this.text.indexOf('\n'); at >= 0; at = this.text.indexOf('\n', at + 1)) starts.push(at + 1);
    this.#lineStarts = starts;
    return starts;
  }
}

/** Lone surrogates count as one each: they are the bytes that are not UTF-8. */
function countCodePoints(text: string, from: number, to: number): number {
  let count = 0;
  for (let i = from; i < to; i++) {
    if (isHighSurrogate(text.charCodeAt(i)) && i + 1 < to && isLowSurrogate(text.charCodeAt(i + 1))) i++;
    count++;
  }
  return count;
}
