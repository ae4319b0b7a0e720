/** A text that is written in another one, with quotes, escapes or indentation off: each of its characters knows its place there. */
import type { Source, Span } from './source.ts';

/** Where one character is written, from and to. */
export type Place = readonly [start: number, end: number];

export class MappedText {
  readonly text: string;
  readonly source: Source;
  readonly #places: readonly Place[];
  /** Of a text without characters, and of what comes after its last one. */
  readonly #whole: Place;

  constructor(source: Source, text: string, places: readonly Place[], whole: Place) {
    this.source = source;
    this.text = text;
    this.#places = places;
    this.#whole = whole;
  }

  /** A text that is nowhere written as it is: every part of it has the place of the whole. */
  static at({ source, start, end }: Span, text: string): MappedText {
    const whole: Place = [start, end];
    return new MappedText(source, text, new Array<Place>(text.length).fill(whole), whole);
  }

  /** All of a file, as it is. */
  static whole(source: Source): MappedText {
    const { text } = source;
    const places = Array.from({ length: text.length }, (_, i): Place => [i, i + 1]);
    return new MappedText(source, text, places, [0, text.length]);
  }

  /** Several texts of one file, one behind the other. */
  static joined(texts: readonly MappedText[], { source, start, end }: Span): MappedText {
    const [only] = texts;
    const whole: Place = [start, end];
    const text = texts.map((one) => one.text).join('');
    const places = texts.length === 1 ? only!.#places : texts.flatMap((one) => one.#places);
    return new MappedText(source, text, places, whole);
  }

  /** Where a part is written; of an empty one, where it would be. */
  span(from: number, to: number): Span {
    const first = this.#places[from];
    if (!first) {
      const last = this.#places.at(-1);
      return last ? this.source.span(last[1], last[1]) : this.source.span(...this.#whole);
    }
    if (to <= from) return this.source.span(first[0], first[0]);
    return this.source.span(first[0], Math.max(first[1], this.#places[to - 1]![1]));
  }

  get at(): Span {
    return this.source.span(...this.#whole);
  }

  slice(from: number, to: number): MappedText {
    const { start, end } = this.span(from, to);
    return new MappedText(this.source, this.text.slice(from, to), this.#places.slice(from, to), [start, end]);
  }

  /** With parts replaced; what replaces one has its place. */
  replaced(
    parts: readonly { readonly from: number; readonly to: number; readonly text: string }[],
  ): MappedText {
    if (parts.length === 0) return this;
    let text = '';
    const places: Place[] = [];
    let at = 0;
    for (const part of parts) {
      text += this.text.slice(at, part.from) + part.text;
      for (let i = at; i < part.from; i++) places.push(this.#places[i]!);
      const { start, end } = this.span(part.from, part.to);
      for (let i = 0; i < part.text.length; i++) places.push([start, end]);
      at = part.to;
    }
    for (let i = at; i < this.text.length; i++) places.push(this.#places[i]!);
    return new MappedText(this.source, text + this.text.slice(at), places, this.#whole);
  }

  /** Where it is written as it is, so that it can be edited there; undefined where it is not. */
  verbatim(from: number, to: number): Span | undefined {
    const at = this.span(from, to);
    return this.source.text.slice(at.start, at.end) === this.text.slice(from, to) ? at : undefined;
  }
}
