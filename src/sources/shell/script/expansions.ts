/** What a shell fills in: variables and outputs of commands. Nothing of it is executed; each becomes a mark with its name. */
import type { MappedText } from '../../../text/source/mapped-text.ts';

/** Around the name of what is filled in; no file has these characters. */
export const open = '\ue001';
export const close = '\ue002';
const quoted = '\ue003';

/** A hole of a text, and whether it is within double quotes. */
export const holeOf = (name: string, isQuoted = false): string =>
  `${open}${isQuoted ? quoted : ''}${name}${close}`;

/** The name of a hole that is not a plain variable. */
export const nameless = '_';

export const holes = /\ue001(\ue003?)([^\ue002]*)\ue002/g;

export interface Expansion {
  readonly end: number;
  readonly name: string;
}

/** Longer ones are not written by people; a text of many that never end would take minutes. */
const longest = 5000;
const mostFailures = 50;

const parameter = /[A-Za-z_]\w*|[0-9@*#?$!-]/y;

/** Reads expansions of one text. */
export class Expansions {
  readonly #text: string;
  #failures = 0;

  constructor(text: string) {
    this.#text = text;
  }

  /** What begins here with a dollar sign or a backtick; undefined where nothing is filled in. */
  at(start: number): Expansion | undefined {
    const text = this.#text;
    if (text[start] === '`') return this.#closed(start, start + 1, '', '`');
    const next = text[start + 1];
    if (next === '(') return this.#closed(start, start + 2, '(', ')');
    // As Terraform and compose files escape it: a shell has no use for it.
    if (next === '$' && text[start + 2] === '(') return this.#closed(start, start + 3, '(', ')');
    if (next === '{') {
      const found = this.#closed(start, start + 2, '{', '}');
      const name = /^\$\{([A-Za-z_]\w*)(?:\[[@*]\])?\}$/.exec(
        text.slice(start, Math.min(found.end, start + 100)),
      )?.[1];
      return { ...found, name: name ?? nameless };
    }
    parameter.lastIndex = start + 1;
    const name = parameter.exec(text)?.[0];
    if (name === undefined) return undefined;
    return { end: start + 1 + name.length, name: /^[A-Za-z_]/.test(name) ? name : nameless };
  }

  /** What is not closed lasts until its line ends. */
  #closed(start: number, from: number, opening: string, closing: string): Expansion {
    const text = this.#text;
    const limit = this.#failures > mostFailures ? from : Math.min(text.length, start + longest);
    let depth = 1;
    for (let at = from; at < limit; at++) {
      const char = text[at]!;
      if (char === '\\') at++;
      else if (char === closing) depth--;
      else if (char === opening) depth++;
      if (depth === 0) return { end: at + 1, name: nameless };
    }
    this.#failures++;
    const end = text.indexOf('\n', start);
    return { end: end < 0 ? text.length : end, name: nameless };
  }
}

/** Values of variables that are known. */
export type Known = (name: string) => string | undefined;

/** A text with what is known filled in; what is not stays a variable in braces. */
export function filled(text: MappedText, known: Known): MappedText {
  if (!text.text.includes(open)) return text;
  return text.replaced(
    [...text.text.matchAll(holes)].map(({ 0: found, 2: name = '', index }) => ({
      from: index,
      to: index + found.length,
      text: known(name) ?? `\${${name}}`,
    })),
  );
}
