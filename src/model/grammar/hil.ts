/**
 * HIL, HashiCorp's interpolation language, as far as claim assertions use it: variables, literals and quoted texts in
 * `${…}`. What an expression with operators gives is not known here, and neither is whether HIL refuses it.
 */

export type Filled =
  | { readonly kind: 'text'; readonly text: string }
  /** HIL refuses the text. */
  | { readonly kind: 'refused' }
  | { readonly kind: 'unknown' };

const refused: Filled = { kind: 'refused' };
const unknown: Filled = { kind: 'unknown' };
const filled = (text: string): Filled => ({ kind: 'text', text });

/** The text with every variable filled in. Without any `${` HIL is not asked, and even `$$` stays. */
export const interpolate = (text: string, variables: Readonly<Record<string, string>>): Filled =>
  text.includes('${') ? new Reader(text, variables).sequence(false) : filled(text);

const largest = 2n ** 63n - 1n;

/** Beyond these Go writes an exponent. */
const isPlain = (number: number): boolean => number === 0 || (number >= 1e-4 && number < 1e6);

class Reader {
  readonly #text: string;
  readonly #variables: Readonly<Record<string, string>>;
  #at = 0;

  constructor(text: string, variables: Readonly<Record<string, string>>) {
    this.#text = text;
    this.#variables = variables;
  }

  /** Literals and expressions, to the end of the text, or to the quote that closes them. */
  sequence(isQuoted: boolean): Filled {
    let text = '';
    for (;;) {
      if (this.#at >= this.#text.length) return isQuoted ? refused : filled(text);
      if (isQuoted && this.#takes(/"/y)) return filled(text);
      const piece = this.#takes(/\$\{/y) ? this.#interpolation() : this.#literal(isQuoted);
      if (piece.kind !== 'text') return piece;
      text += piece.text;
    }
  }

  #literal(isQuoted: boolean): Filled {
    if (this.#takes(/\$\$/y)) return filled('$');
    if (isQuoted && this.#takes(/\\/y)) {
      const escaped = this.#takes(/["\\n]/y);
      return escaped ? filled(escaped === 'n' ? '\n' : escaped) : refused;
    }
    return filled(this.#takes(/./sy)!);
  }

  /** What follows `${`. Another token after an operand may be an operator, or no part of an expression. */
  #interpolation(): Filled {
    const value = this.#operand();
    if (value.kind !== 'text' || this.#takes(/[ \t\r\n]*\}/y)) return value;
    return this.#takes(/[ \t\r\n]*[-+*/%=!<>&|?:]/y) ? unknown : refused;
  }

  #operand(): Filled {
    this.#takes(/[ \t\r\n]+/y);
    if (this.#takes(/"/y)) return this.sequence(true);
    if (this.#takes(/\(/y)) return this.#inParentheses();
    const number = this.#takes(/\d+(?:\.\d+)?/y);
    if (number) return numberOf(number);
    const word = this.#takes(/[\p{L}_][\p{L}\p{N}\p{M}_.-]*/uy);
    if (word) return this.#wordOf(word);
    return this.#takes(/[-!]/y) ? unknown : refused;
  }

  #inParentheses(): Filled {
    const value = this.#operand();
    return value.kind !== 'text' || this.#takes(/[ \t\r\n]*\)/y) ? value : unknown;
  }

  /** Functions there are none, and no variable has elements. */
  #wordOf(word: string): Filled {
    if (this.#takes(/[ \t\r\n]*[[(]/y)) return refused;
    if (word === 'true' || word === 'false') return filled(word);
    return Object.hasOwn(this.#variables, word) ? filled(this.#variables[word]!) : refused;
  }

  #takes(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#text)?.[0];
    this.#at += found?.length ?? 0;
    return found;
  }
}

/** Without zeros in front, as Go prints what it has read. */
function numberOf(digits: string): Filled {
  if (!digits.includes('.')) return BigInt(digits) > largest ? refused : filled(String(BigInt(digits)));
  return isPlain(Number(digits)) ? filled(String(Number(digits))) : unknown;
}
