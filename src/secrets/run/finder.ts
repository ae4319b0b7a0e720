/** Finds some texts in others: many at once, in one pass. */
import type { Range } from '../range.ts';
import { isWord, shortest } from './distinct.ts';

export class Finder {
  /** By their first characters; the longest first. */
  readonly #texts = new Map<string, string[]>();
  readonly #first = new Set<number>();

  /** @param texts none shorter than `shortest` */
  constructor(texts: Iterable<string>) {
    for (const text of [...new Set(texts)].sort((a, b) => b.length - a.length)) {
      const head = text.slice(0, shortest);
      const others = this.#texts.get(head);
      if (others) others.push(text);
      else this.#texts.set(head, [text]);
      this.#first.add(text.charCodeAt(0));
    }
  }

  /** In order, and without overlaps. */
  in(text: string): readonly Range[] {
    const found: Range[] = [];
    if (this.#texts.size === 0) return found;
    for (let start = 0; start + shortest <= text.length; ) {
      const match = this.#first.has(text.charCodeAt(start)) ? this.#at(text, start) : undefined;
      if (match !== undefined) found.push({ start, end: start + match.length });
      start += match?.length ?? 1;
    }
    return found;
  }

  #at(text: string, start: number): string | undefined {
    const texts = this.#texts.get(text.slice(start, start + shortest));
    return texts?.find(
      (one) => text.startsWith(one, start) && (!isWord(one) || isApart(text, start, start + one.length)),
    );
  }
}

/** A word is not found within a longer one. */
const isApart = (text: string, start: number, end: number): boolean =>
  !/\w/.test(text.charAt(start - 1)) && !/\w/.test(text.charAt(end));
