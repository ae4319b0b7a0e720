/** The words of a shell script, quotes and escapes off, with the places of their characters. */
import { MappedText } from '../../../text/source/mapped-text.ts';
import { Expansions, holeOf, nameless } from './expansions.ts';

export interface ScriptWord {
  /** Holes are marked. */
  readonly text: MappedText;
  readonly end: number;
  /** Without quotes, escapes and holes, so that it may be a word of the shell's own. */
  readonly isPlain: boolean;
}

const plain = /[^\s;&|<>()'"\\$`]+/y;

/** `=<your address>` and `-bind <your address>`: what a reader is to fill in, where a shell would redirect. */
const placeholder =
  /(?<==)<[ \t]*[A-Za-z][\w .,:/-]*>(?=[\s,"']|$)|(?<=\s--?[A-Za-z][\w-]{0,40}[ \t])<[A-Za-z][\w -]*\w>(?=\s|$)/y;

/** Its end, where one begins at this place. */
export function placeholderAt(text: string, at: number): number | undefined {
  placeholder.lastIndex = at;
  const found = text[at] === '<' ? placeholder.exec(text)?.[0] : undefined;
  return found === undefined ? undefined : at + found.length;
}

/** A text that is put together from parts of another one. */
class Parts {
  readonly #script: MappedText;
  readonly #expansions: Expansions;
  readonly #parts: MappedText[] = [];

  constructor(script: MappedText, expansions: Expansions) {
    this.#script = script;
    this.#expansions = expansions;
  }

  add(from: number, to: number): void {
    if (to > from) this.#parts.push(this.#script.slice(from, to));
  }

  as(from: number, to: number, text: string): void {
    this.#parts.push(MappedText.at(this.#script.span(from, to), text));
  }

  /** An expansion at this place; its end, undefined where the dollar sign is one. */
  expansion(at: number, isQuoted: boolean): number | undefined {
    const found = this.#expansions.at(at);
    if (found) this.as(at, found.end, holeOf(found.name, isQuoted));
    return found?.end;
  }

  text(from: number, to: number): MappedText {
    return MappedText.joined(this.#parts, this.#script.span(from, to));
  }
}

/** Reads words and bodies of one script. */
export class Words {
  readonly #script: MappedText;
  readonly #text: string;
  readonly #expansions: Expansions;

  constructor(script: MappedText) {
    this.#script = script;
    this.#text = script.text;
    this.#expansions = new Expansions(script.text);
  }

  at(start: number): ScriptWord | undefined {
    const parts = new Parts(this.#script, this.#expansions);
    let at = start;
    let isPlain = true;
    for (;;) {
      const end = this.#piece(at, parts);
      if (end === undefined || end === at) break;
      if (isPlain && /['"\\$`]/.test(this.#text[at]!)) isPlain = false;
      at = end;
    }
    return at === start ? undefined : { text: parts.text(start, at), end: at, isPlain };
  }

  /** One quoted part, escaped character, hole or plain stretch; its end. */
  #piece(at: number, parts: Parts): number | undefined {
    const text = this.#text;
    plain.lastIndex = at;
    const found = plain.exec(text)?.[0];
    if (found !== undefined) {
      parts.add(at, at + found.length);
      return at + found.length;
    }
    const filledIn = placeholderAt(text, at);
    if (filledIn !== undefined) {
      parts.as(at, filledIn, holeOf(nameless, true));
      return filledIn;
    }
    const char = text[at];
    if (char === "'") return this.#single(at + 1, parts);
    if (char === '"') return this.#double(at + 1, parts);
    if (char === '\\') return this.#escaped(at, parts);
    if (char === '$' && text[at + 1] === "'") return this.#ansi(at, parts);
    if (char === '$' && text[at + 1] === '"') return this.#double(at + 2, parts);
    if (char !== '$' && char !== '`') return undefined;
    const end = parts.expansion(at, false);
    if (end !== undefined) return end;
    parts.add(at, at + 1);
    return at + 1;
  }

  #escaped(at: number, parts: Parts): number {
    const line = /^\\\r?\n/.exec(this.#text.slice(at, at + 3))?.[0];
    if (line !== undefined) return at + line.length;
    if (at + 1 < this.#text.length) parts.as(at, at + 2, this.#text[at + 1]!);
    return Math.min(at + 2, this.#text.length);
  }

  #single(from: number, parts: Parts): number {
    const end = this.#text.indexOf("'", from);
    parts.add(from, end < 0 ? this.#text.length : end);
    return end < 0 ? this.#text.length : end + 1;
  }

  /** `$'…'` has escapes of its own, so that its text is taken as not known. */
  #ansi(from: number, parts: Parts): number {
    let at = from + 2;
    while (at < this.#text.length && this.#text[at] !== "'") at += this.#text[at] === '\\' ? 2 : 1;
    const end = Math.min(at + 1, this.#text.length);
    parts.as(from, end, holeOf(nameless, true));
    return end;
  }

  #double(from: number, parts: Parts): number {
    const end = this.#literal(from, parts, '"');
    return Math.min(end + 1, this.#text.length);
  }

  /** A text with holes, in which a backslash takes the meaning of few characters: that of double quotes and of heredocs. */
  #literal(from: number, parts: Parts, last: string | number): number {
    const text = this.#text;
    const limit = typeof last === 'number' ? last : text.length;
    let literal = from;
    let at = from;
    while (at < limit && text[at] !== last) {
      const end = this.#special(at, parts, last, literal);
      literal = end ?? literal;
      at = end ?? at + 1;
    }
    parts.add(literal, at);
    return at;
  }

  /** An escaped character or a hole, after what is literal in front of it; its end. */
  #special(at: number, parts: Parts, last: string | number, literal: number): number | undefined {
    const text = this.#text;
    const [char, next] = [text[at]!, text[at + 1]];
    if (char === '\\' && next !== undefined && (/[$`\\\n\r]/.test(next) || next === last)) {
      parts.add(literal, at);
      if (!/[\r\n]/.test(next)) parts.as(at, at + 2, next);
      return at + (next === '\r' && text[at + 2] === '\n' ? 3 : 2);
    }
    if (char !== '$' && char !== '`') return undefined;
    const hole = this.#expansions.at(at);
    if (!hole) return undefined;
    parts.add(literal, at);
    parts.as(at, hole.end, holeOf(hole.name, true));
    return hole.end;
  }

  /** A body in which variables are filled in. */
  body(from: number, to: number): MappedText {
    const parts = new Parts(this.#script, this.#expansions);
    this.#literal(from, parts, to);
    return parts.text(from, to);
  }
}
