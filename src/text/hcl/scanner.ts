/**
 * Text to tokens, as Consul's scanner does it: the same tokens, and the same errors in the same order, because the
 * last error that the scanner meets is the one that Consul reports. Offsets are those of the text as it is; `\r\n`
 * reads as one newline.
 */
import { isHighSurrogate, isLowSurrogate } from '../bytes.ts';
import type { Comment } from '../tree.ts';
import {
  Char,
  isAsciiIdentifierPart,
  isAsciiStringPart,
  isDecimal,
  isHex,
  isLetter,
  isOctal,
  isPlainUnit,
  isWord,
} from './chars.ts';
import { Token, type TokenKind } from './token.ts';
import type { Place } from './verdict.ts';

export interface ScanError extends Place {
  readonly message: string;
  /** Where the token begins that it is an error of. */
  readonly start: number;
}

/** What `read` gives at the end of the text, and for NUL, which the reader takes for it. */
const END = -1;

export class Scanner {
  readonly text: string;
  /** The token that `next` read. */
  kind: TokenKind = Token.eof;
  start = 0;
  end = 0;
  /** Of an end-of-file token: how far behind the end of the text its column is. */
  beyond = 0;
  /** All comments so far, in the order of the text. */
  readonly comments: Comment[] = [];
  readonly errors: ScanError[] = [];

  /** The current token is a string that has swallowed the rest of the text. */
  isUnclosedString = false;

  private at = 0;
  private stringsMaySpanLines = true;
  private lastRead = 0;
  /** Every attempt to read behind the end moves Consul's column by one. */
  private endReads = 0;

  constructor(text: string) {
    this.text = text;
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
      } else if (unit === Char.hash || unit === Char.slash) {
        this.start = at;
        this.comment();
      } else {
        this.start = at;
        this.kind = this.token(unit);
        this.end = this.at;
        return this.kind;
      }
    }
  }

  /** False after an end-of-file token that was only a NUL. */
  get isAtEnd(): boolean {
    return this.at >= this.text.length;
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

  private endToken(): TokenKind {
    this.start = this.end = this.text.length;
    this.endReads++;
    this.beyond = this.endReads - 1;
    this.kind = Token.eof;
    return Token.eof;
  }

  private token(unit: number): TokenKind {
    if (unit === Char.quote) {
      this.at++;
      this.string();
      return Token.string;
    }
    if (unit < 128 && isLetter(unit)) return this.identifier();
    if (isDecimal(unit)) return this.number();
    switch (unit) {
      case Char.equals:
        return this.single(Token.assign);
      case Char.leftBrace:
        return this.single(Token.leftBrace);
      case Char.rightBrace:
        return this.single(Token.rightBrace);
      case Char.leftBracket:
        return this.single(Token.leftBracket);
      case Char.rightBracket:
        return this.single(Token.rightBracket);
      case Char.comma:
        return this.single(Token.comma);
      case Char.plus:
        return this.single(Token.add);
      case Char.minus:
        this.at++;
        return isDecimal(this.peek()) ? this.number() : Token.subtract;
      case Char.period:
        this.at++;
        return isDecimal(this.peek()) ? this.bareFraction() : Token.period;
      case Char.less:
        this.at++;
        this.heredoc();
        return Token.heredoc;
      default:
        return this.other();
    }
  }

  private single(kind: TokenKind): TokenKind {
    this.at++;
    return kind;
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
      if (this.at < text.length && isAsciiEnd(text.charCodeAt(this.at))) break;
      const rune = this.read();
      if (rune === END) break;
      if (rune >= 128 && isWord(rune)) continue;
      this.unread();
      break;
    }
    return this.isBool(this.start, this.at) ? Token.bool : Token.identifier;
  }

  private isBool(start: number, end: number): boolean {
    const length = end - start;
    return (
      (length === 4 && this.text.startsWith('true', start)) ||
      (length === 5 && this.text.startsWith('false', start))
    );
  }

  /** From the first digit on. What follows needs no separator. */
  private number(): TokenKind {
    if (this.peek() === Char.zero) return this.zero();
    this.digits();
    // The reader looks twice behind a decimal number.
    this.touchEnd();
    return this.numberTail();
  }

  private zero(): TokenKind {
    this.at++;
    const next = this.peek();
    if (next === Char.lowerX || next === Char.upperX) {
      this.at++;
      return this.hexadecimal();
    }
    const second = this.at;
    this.digits();
    const illegal = hasEightOrNine(this.text, second + 1, this.at);
    const kind = this.numberTail();
    if (kind === Token.integer && illegal) this.fail('illegal octal number');
    return kind;
  }

  private hexadecimal(): TokenKind {
    const first = this.at;
    while (isHex(this.peek())) this.at++;
    const isEmpty = this.at === first;
    this.look();
    if (isEmpty) this.fail('illegal hexadecimal number');
    return Token.integer;
  }

  private numberTail(): TokenKind {
    const rune = this.look();
    if (rune === Char.period) {
      this.at++;
      return this.fraction();
    }
    if (rune === Char.lowerE || rune === Char.upperE) {
      this.at++;
      this.exponent();
      return Token.float;
    }
    return Token.integer;
  }

  /** Behind the period. */
  private fraction(): TokenKind {
    this.digits();
    const rune = this.look();
    if (rune === Char.lowerE || rune === Char.upperE) {
      this.at++;
      this.exponent();
    }
    return Token.float;
  }

  /** `.5`: an `e` behind it belongs to the token, but its digits do not. */
  private bareFraction(): TokenKind {
    this.digits();
    const rune = this.look();
    if (rune === Char.lowerE || rune === Char.upperE) this.at++;
    return Token.float;
  }

  /** Behind the `e`. Where no digit follows, Consul's scanner swallows one rune, whatever it is. */
  private exponent(): void {
    const sign = this.peek();
    if (sign === Char.plus || sign === Char.minus) this.at++;
    if (!isDecimal(this.peek())) {
      this.read();
      return;
    }
    this.digits();
    this.touchEnd();
  }

  private digits(): void {
    while (isDecimal(this.peek())) this.at++;
  }

  /** Behind the opening quote. */
  private string(): void {
    const { text } = this;
    const { length } = text;
    let depth = 0;
    for (;;) {
      let at = this.at;
      while (at < length) {
        const unit = text.charCodeAt(at);
        if (unit < 128 ? !isAsciiStringPart(unit) : !isPlainUnit(unit)) break;
        at++;
      }
      this.at = at;
      const rune = this.read();
      if (rune === Char.quote && depth === 0) return;
      if (rune === END || (rune === Char.newline && (depth === 0 || !this.stringsMaySpanLines))) {
        this.fail('literal not terminated');
        this.isUnclosedString = rune === END && this.isAtEnd;
        return;
      }
      if (rune === Char.backslash) this.escape();
      else if (depth > 0) depth += rune === Char.leftBrace ? 1 : rune === Char.rightBrace ? -1 : 0;
      else if (rune === Char.dollar && this.peek() === Char.leftBrace) {
        this.at++;
        depth = 1;
      }
    }
  }

  private escape(): void {
    const rune = this.read();
    switch (rune) {
      case 0x61: // a
      case 0x62: // b
      case 0x66: // f
      case 0x6e: // n
      case 0x72: // r
      case 0x74: // t
      case 0x76: // v
      case Char.backslash:
      case Char.quote:
        return;
      case 0x78: // x
        return this.escapeDigits(isHex, 2);
      case 0x75: // u
        return this.escapeDigits(isHex, 4);
      case 0x55: // U
        return this.escapeDigits(isHex, 8);
      default:
        if (!isOctal(rune)) return this.fail('illegal char escape');
        this.unread();
        return this.escapeDigits(isOctal, 3);
    }
  }

  /** The rune behind the digits is read too; it stays read where it is the end, or where no digit came before it. */
  private escapeDigits(isDigit: (rune: number) => boolean, count: number): void {
    let left = count;
    let rune = this.read();
    const start = left;
    while (left > 0 && isDigit(rune)) {
      rune = this.read();
      if (rune === END) break;
      left--;
    }
    if (left > 0) this.fail('illegal char escape');
    if (left !== start && rune !== END) this.unread();
  }

  /** Behind the first `<`. */
  private heredoc(): void {
    if (this.read() !== Char.less) return this.fail("heredoc expected second '<', didn't see it");
    const first = this.read();
    const indented = first === Char.minus;
    const start = indented ? this.at : this.lastRead;
    this.heredocAnchor(start, indented ? this.read() : first, indented);
  }

  private heredocAnchor(start: number, first: number, indented: boolean): void {
    let rune = first;
    while (isWord(rune)) rune = this.read();
    if (rune === END) return this.fail('heredoc not terminated');
    if (rune === Char.carriageReturn && this.isNewline(this.at)) rune = this.read();
    if (rune !== Char.newline) return this.fail('invalid characters in heredoc anchor');
    if (this.lastRead === start) return this.fail('zero-length heredoc anchor');
    this.heredocBody(this.text.slice(start, this.lastRead), indented);
  }

  private heredocBody(anchor: string, indented: boolean): void {
    for (;;) {
      const lineStart = this.at;
      const rune = this.restOfLine();
      if (rune === END) return this.fail('heredoc not terminated');
      if (isAnchorLine(this.text, lineStart, this.lastRead, anchor, indented)) return;
    }
  }

  /** Reads up to and with the next newline. */
  private restOfLine(): number {
    const { text } = this;
    for (;;) {
      while (this.at < text.length) {
        const unit = text.charCodeAt(this.at);
        if (unit < 128 ? unit < Char.space && unit !== Char.tab : !isPlainUnit(unit)) break;
        this.at++;
      }
      const rune = this.read();
      if (rune === Char.newline || rune === END) return rune;
    }
  }

  private comment(): void {
    const start = this.at;
    const second = this.text.charCodeAt(start + 1);
    if (this.text.charCodeAt(start) === Char.slash && second === Char.asterisk) this.blockComment();
    else if (this.text.charCodeAt(start) === Char.slash && second !== Char.slash) {
      this.read();
      this.fail("expected '/' for comment");
      return;
    } else if (this.restOfLine() === Char.newline) this.unread();
    this.comments.push({ start, end: this.at });
  }

  private blockComment(): void {
    this.at += 2;
    let before = 0;
    for (;;) {
      const rune = this.read();
      if (rune === END) return this.fail('comment not terminated');
      if (before === Char.asterisk && rune === Char.slash) return;
      before = rune;
    }
  }

  private isNewline(at: number): boolean {
    const unit = this.text.charCodeAt(at);
    return (
      unit === Char.newline || (unit === Char.carriageReturn && this.text.charCodeAt(at + 1) === Char.newline)
    );
  }

  /** The next unit without reading it; END behind the text. */
  private peek(): number {
    return this.at < this.text.length ? this.text.charCodeAt(this.at) : END;
  }

  /** Reads the next rune and puts it back, so that whatever is wrong with it is noticed. */
  private look(): number {
    const rune = this.read();
    if (rune !== END) this.unread();
    return rune;
  }

  private touchEnd(): void {
    if (this.at >= this.text.length) this.endReads++;
  }

  /** Reads one rune as Consul's reader does, complaints included. */
  private read(): number {
    const { text, at } = this;
    this.lastRead = at;
    if (at >= text.length) {
      this.endReads++;
      return END;
    }
    const unit = text.charCodeAt(at);
    if (unit === Char.carriageReturn && text.charCodeAt(at + 1) === Char.newline) {
      this.at = at + 2;
      return Char.newline;
    }
    this.at = at + 1;
    if (unit > 0 && (unit < 128 || isPlainUnit(unit))) return unit;
    return this.readOdd(unit);
  }

  private readOdd(unit: number): number {
    if (unit === 0) {
      this.fail('unexpected null character (0x00)');
      return END;
    }
    if (isHighSurrogate(unit) && isLowSurrogate(this.text.charCodeAt(this.at))) {
      this.at++;
      return this.text.codePointAt(this.lastRead)!;
    }
    this.fail(
      unit === Char.reserved
        ? 'unicode code point U+E123 reserved for internal use'
        : 'illegal UTF-8 encoding',
    );
    return Char.replacement;
  }

  private unread(): void {
    this.at = this.lastRead;
  }

  /** At the rune that was read last, also when it has been put back. */
  private fail(message: string): void {
    const at = this.lastRead;
    const beyond = at >= this.text.length ? Math.max(0, this.endReads - 1) : 0;
    this.errors.push({ message, at, beyond, start: this.start });
  }
}

/** An ASCII unit that ends an identifier and that the reader has nothing to say about. */
const isAsciiEnd = (unit: number): boolean => unit > 0 && unit < 128;

function hasEightOrNine(text: string, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (text.charCodeAt(at) >= Char.eight) return true;
  return false;
}

/** Blanks, the anchor, any number of carriage returns. `<<-` wants one character more than the anchor has. */
function isAnchorLine(text: string, from: number, to: number, anchor: string, indented: boolean): boolean {
  let at = from;
  while (at < to && isBlank(text.charCodeAt(at))) at++;
  if (!text.startsWith(anchor, at)) return false;
  at += anchor.length;
  if (at > to) return false;
  while (at < to && text.charCodeAt(at) === Char.carriageReturn) at++;
  return at === to && (!indented || to - from > anchor.length);
}

const isBlank = (unit: number): boolean =>
  unit === Char.space || (unit >= Char.tab && unit <= Char.carriageReturn);
