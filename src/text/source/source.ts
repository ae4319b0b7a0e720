/**
 * A file's text, and the locations in it. Offsets are UTF-16 indexes into `text`; lines and columns are
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

/** The span of a value, a key or anything else that has one, without the rest of it. */
export const spanOf = ({ source, start, end }: Span): Span => ({ source, start, end });

export class Source {
  readonly file: string;
  readonly text: string;
  #lineStarts: number[] | undefined;
  #pairs: Pairs | undefined;

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

  private column(lineStart: number, offset: number): number {
    this.#pairs ??= new Pairs(this.text);
    return offset - lineStart + 1 - (this.#pairs.before(offset) - this.#pairs.before(lineStart));
  }

  /** Where a line (1-based) begins. */
  lineStart(number: number): number {
    return this.lineStarts()[number - 1] ?? this.text.length;
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

/**
 * How many surrogate pairs come before an offset. Counted once and kept in steps, so that any place of a long line is
 * found at once. Lone surrogates are not pairs: they are the bytes that are not UTF-8.
 */
class Pairs {
  readonly #text: string;
  readonly #counts: number[] | undefined;

  constructor(text: string) {
    this.#text = text;
    if (!/[\ud800-\udbff]/.test(text)) return;
    this.#counts = [0];
    for (let at = 0; at + step <= text.length; at += step) {
      this.#counts.push(this.#counts.at(-1)! + this.#count(at, at + step));
    }
  }

  before(offset: number): number {
    if (!this.#counts) return 0;
    const block = Math.floor(offset / step);
    return this.#counts[block]! + this.#count(block * step, offset);
  }

  /** A pair counts from its second half on. */
  #count(from: number, to: number): number {
    let count = 0;
    for (let i = from; i < to; i++) {
      const isPair =
        isLowSurrogate(this.#text.charCodeAt(i)) && isHighSurrogate(this.#text.charCodeAt(i - 1));
      if (isPair) count++;
    }
    return count;
  }
}

const step = 1024;
