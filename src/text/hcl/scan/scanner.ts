/**
 * Text to tokens, as Consul's scanner does it: the same tokens, and the same errors in the same order, because the
 * last error that the scanner meets is the one that Consul reports.
 */
import type { Run } from '../../bare.ts';
import type { Comment } from '../../tree/tree.ts';
import { Char, isAsciiIdentifierPart, isDecimal, isLetter, isWord } from './chars.ts';
import { END, Reader } from './reader.ts';
import { scanHeredoc } from './scan-heredoc.ts';
import { scanFraction, scanNumber } from './scan-number.ts';
import { scanString } from './scan-string.ts';
import { Token, type TokenKind } from './token.ts';

export class Scanner extends Reader {
  /** The token that `next` read. */
  kind: TokenKind = Token.eof;
  end = 0;
  /** Of an end-of-file token: how far behind the end of the text its column is. */
  beyond = 0;
  /** The current token is a string that has swallowed the rest of the text. */
  isUnclosedString = false;
  /** All comments so far, in the order of the text. */
  readonly comments: Comment[] = [];
  private stringsMaySpanLines = true;
  private readonly runs: ReadonlyMap<number, number> | undefined;

  /** @param runs for recovery: each of them is read as one string */
  constructor(text: string, runs: readonly Run[] = []) {
    super(text);
    if (runs.length > 0) this.runs = new Map(runs.map(({ start, end }) => [start, end]));
  }

  /** Reads the next token, collecting the comments before it. */
  next(): TokenKind {
    const { text } = this;
    const { length } = text;
    for (;;) {
      const at = this.at;
      if (at >= length) return this.endToken();
      const unit = text.charCodeAt(at);
      if (unit === Char.space || unit === Char.newline || unit === Char.tab || unit === Char.carriageReturn) {
        this.at = at + 1;
      } else {
        this.start = at;
        if (this.runs?.has(at)) return this.run(this.runs.get(at)!);
        if (unit === Char.hash || unit === Char.slash) this.comment(unit);
        else {
          this.kind = this.token(unit);
          this.end = this.at;
          return this.kind;
        }
      }
    }
  }

  /**
   * For recovery, when Consul's verdict is known: ends the current string at `end`, and lets no later one go beyond
   * its line, not even inside `${…}`.
   */
  cutString(end: number): void {
    this.at = this.end = end;
    this.isUnclosedString = false;
    this.stringsMaySpanLines = false;
  }

  private run(end: number): TokenKind {
    this.at = this.end = end;
    this.kind = Token.string;
    return Token.string;
  }

  private endToken(): TokenKind {
    this.start = this.end = this.text.length;
    this.beyond = this.endReads++;
    this.kind = Token.eof;
    return Token.eof;
  }

  private token(unit: number): TokenKind {
    if (unit < 128 && isLetter(unit)) return this.identifier();
    if (isDecimal(unit)) return scanNumber(this);
    const kind = punctuation[unit];
    if (kind !== undefined) {
      this.at++;
      return kind;
    }
    switch (unit) {
      case Char.quote:
        this.at++;
        if (!scanString(this, this.stringsMaySpanLines)) this.isUnclosedString = this.isAtEnd;
        return Token.string;
      case Char.minus:
        this.at++;
        return isDecimal(this.peek()) ? scanNumber(this) : Token.subtract;
      case Char.period:
        this.at++;
        return isDecimal(this.peek()) ? scanFraction(this) : Token.period;
      case Char.less:
        this.at++;
        scanHeredoc(this);
        return Token.heredoc;
      default:
        return this.other();
    }
  }

  /** A rune beyond ASCII, or one that HCL has no use for. */
  private other(): TokenKind {
    const rune = this.read();
    if (rune === END) return Token.eof;
    if (isLetter(rune)) return this.identifier();
    this.fail('illegal char');
    return Token.illegal;
  }

  private identifier(): TokenKind {
    const { text } = this;
    for (;;) {
      while (this.at < text.length) {
        const unit = text.charCodeAt(this.at);
        if (unit >= 128 || !isAsciiIdentifierPart(unit)) break;
        this.at++;
      }
      if (isAsciiEnd(this.peek())) break;
      const rune = this.read();
      if (rune === END) break;
      if (rune >= 128 && isWord(rune)) continue;
      this.unread();
      break;
    }
    return this.isBool() ? Token.bool : Token.identifier;
  }

  private isBool(): boolean {
    const length = this.at - this.start;
    return (
      (length === 4 && this.text.startsWith('true', this.start)) ||
      (length === 5 && this.text.startsWith('false', this.start))
    );
  }

  private comment(unit: number): void {
    const { start } = this;
    const second = this.text.charCodeAt(start + 1);
    if (unit === Char.slash && second === Char.asterisk) {
      this.blockComment();
    } else if (unit === Char.slash && second !== Char.slash) {
      this.read();
      this.fail("expected '/' for comment");
      return;
    } else if (this.restOfLine() === Char.newline) {
      this.unread();
    }
    this.comments.push({ start, end: this.at });
  }

  private blockComment(): void {
    this.at += 2;
    let before = 0;
    for (;;) {
      const rune = this.read();
      if (rune === END) {
        this.fail('comment not terminated');
        return;
      }
      if (before === Char.asterisk && rune === Char.slash) return;
      before = rune;
    }
  }
}

const punctuation: Record<number, TokenKind> = {
  [Char.equals]: Token.assign,
  [Char.leftBrace]: Token.leftBrace,
  [Char.rightBrace]: Token.rightBrace,
  [Char.leftBracket]: Token.leftBracket,
  [Char.rightBracket]: Token.rightBracket,
  [Char.comma]: Token.comma,
  [Char.plus]: Token.add,
};

/** An ASCII unit that ends an identifier and that the reader has nothing to say about. */
const isAsciiEnd = (unit: number): boolean => unit > 0 && unit < 128;
