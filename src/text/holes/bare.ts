/**
 * Holes in a text of HCL or JSON: one without quotes in place of a value or a key gets some, and one in place of
 * whole members is left out.
 */
import type { MappedText } from '../source/mapped-text.ts';

interface Replaced {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

export function withQuotedHoles(written: MappedText, hole: string): MappedText {
  return written.replaced(new Scan(written.text, hole).replaced());
}

/** Goes through the text once, with the brackets that are open. */
class Scan {
  readonly #text: string;
  readonly #hole: string;
  readonly #brackets: string[] = [];
  readonly #parts: Replaced[] = [];
  /** The last character that means something. */
  #before = '';

  constructor(text: string, hole: string) {
    this.#text = text;
    this.#hole = hole;
  }

  replaced(): readonly Replaced[] {
    for (let at = 0; at < this.#text.length; ) at = this.#step(at);
    return this.#parts;
  }

  #step(at: number): number {
    const text = this.#text;
    const char = text[at]!;
    if (/\s/.test(char)) return at + 1;
    if (char === '#' || text.startsWith('//', at)) return endOf(text, '\n', at);
    if (text.startsWith('/*', at)) return endOf(text, '*/', at + 2) + 2;
    if (char === '"') {
      this.#before = char;
      return behindQuote(text, at);
    }
    if (char === '{' || char === '[') this.#brackets.push(char);
    if (char === '}' || char === ']') this.#brackets.pop();
    const word = this.#wordAt(at);
    if (word.includes(this.#hole)) return this.#bare(at, at + word.length);
    this.#before = char;
    return at + Math.max(1, word.length);
  }

  #wordAt(at: number): string {
    const word = /[^\s"'{}[\]=,#]*/y;
    word.lastIndex = at;
    const [found = ''] = word.exec(this.#text) ?? [];
    // The colon behind a key of JSON is none of it.
    return found.replace(/:$/, '');
  }

  #bare(from: number, to: number): number {
    const text = this.#text;
    const next = /[ \t]*(.?)/sy;
    next.lastIndex = to;
    const [, after = ''] = next.exec(text) ?? [];
    const isValue = /[=:[]/.test(this.#before) || (this.#before === ',' && this.#brackets.at(-1) === '[');
    const isKey = /[=:{]/.test(after);
    if (isValue || isKey) this.#parts.push({ from, to, text: `"${this.#hole}"` });
    else {
      const comma = /\s*,/y;
      comma.lastIndex = to;
      const end = to + (comma.exec(text)?.[0].length ?? 0);
      this.#parts.push({ from, to: end, text: '' });
      return end;
    }
    this.#before = '"';
    return to;
  }
}

function endOf(text: string, what: string, from: number): number {
  const found = text.indexOf(what, from);
  return found < 0 ? text.length : found;
}

function behindQuote(text: string, at: number): number {
  for (let i = at + 1; i < text.length && text[i] !== '\n'; i++) {
    if (text[i] === '\\') i++;
    else if (text[i] === '"') return i + 1;
  }
  return endOf(text, '\n', at);
}
