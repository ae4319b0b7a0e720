/** A place in the tokens of a template. */

import { TemplateError } from './ast.ts';
import type { Token, TokenType } from './lex.ts';

export class Cursor {
  readonly #tokens: readonly Token[];
  #at = 0;

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens;
  }

  peek(): Token {
    return this.#tokens[this.#at] ?? { type: 'error', text: '' };
  }

  next(): Token {
    const token = this.peek();
    this.#at++;
    return token;
  }

  peekBehindSpace(): Token {
    while (this.peek().type === 'space') this.#at++;
    return this.peek();
  }

  /** The tokens from here on, without moving. */
  ahead(count: number): readonly Token[] {
    return this.#tokens.slice(this.#at, this.#at + count);
  }

  /** Goes back to here when called. */
  mark(): () => void {
    const at = this.#at;
    return () => {
      this.#at = at;
    };
  }

  expect(type: TokenType, where: string): Token {
    const token = this.peekBehindSpace();
    if (token.type !== type) throw unexpected(token, where);
    return this.next();
  }
}

export function unexpected(token: Token, where: string): TemplateError {
  if (token.type === 'error') return new TemplateError(token.text);
  return new TemplateError(
    token.type === 'end' ? `unexpected end in ${where}` : `unexpected ${token.text} in ${where}`,
  );
}
