/**
 * Text to tokens, as Consul's scanner does it: the same tokens, and the same errors in the same order, because the
 * last error that the scanner meets is the one that Consul reports.
 */
import type { Run } from '../../bare.ts';
import { isHighSurrogate, isLowSurrogate } from '../../source/bytes.ts';
import type { Comment } from '../../tree/tree.ts';
import type { ErrorOffset } from '../decode/verdict.ts';
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

export interface ScanError extends ErrorOffset {
  readonly message: string;
  /** Where the token begins that it is an error of. */
  readonly start: number;
}

/** What `read` gives at the end of the text, and for NUL, which the reader takes for it. */
const END = -1;

/**
 * A file that is not text has an error at every byte. The first ones are kept for messages, and the last one, because it
 * is the one that Consul reports.
 */
export const mostErrors = 1000;

/**
 * The runes of a text as Consul's HCL reader sees them, its errors included. Offsets are those of the text as it is;
 * `\r\n` reads as one newline.
 */
class Reader {
  readonly text: string;
  /** The next unit to read. */
  at = 0;
  /** Where the last rune was read, also if it has been put back since: errors are placed there. */
  lastRead = 0;
  /** Where the current token or comment begins. */
  start = 0;
  readonly errors: ScanError[] = [];
  /** Every attempt to read behind the end moves Consul's column by one. */
  protected endReads = 0;

  constructor(text: string) {
    this.text = text;
  }

  /** False after an end-of-file token that was only a NUL. */
  get isAtEnd(): boolean {
    return this.at >= this.text.length;
  }

  /** The next unit without reading it; END behind the text. */
  peek(): number {
    return this.at < this.text.length ? this.text.charCodeAt(this.at) : END;
  }

  read(): number {
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

  unread(): void {
    this.at = this.lastRead;
  }

  /** Reads the next rune and puts it back, so that whatever is wrong with it is noticed. */
  look(): number {
    const rune = this.read();
    if (rune !== END) this.unread();
    return rune;
  }

  /** Reads up to and with the next newline, or to the end. */
  restOfLine(): number {
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

  /** At the rune that was read last, also when it has been put back. */
  fail(message: string): void {
    const at = this.lastRead;
    const beyond = at >= this.text.length ? Math.max(0, this.endReads - 1) : 0;
    if (this.errors.length === mostErrors) this.errors.pop();
    this.errors.push({ message, at, beyond, start: this.start });
  }
}

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

// Quoted strings. Inside `${…}` quotes and newlines are plain text.

/**
 * Behind the opening quote.
 *
 * @param maySpanLines false in recovery: a newline ends a string even inside `${…}`.
 * @returns false where the string has no end.
 */
function scanString(reader: Reader, maySpanLines: boolean): boolean {
  let depth = 0;
  for (;;) {
    skipPlain(reader);
    const rune = reader.read();
    if (rune === Char.quote && depth === 0) return true;
    if (rune === END || (rune === Char.newline && (depth === 0 || !maySpanLines))) {
      reader.fail('literal not terminated');
      return false;
    }
    if (rune === Char.backslash) scanEscape(reader);
    else if (depth > 0) depth += depthChange(rune);
    else if (rune === Char.dollar && reader.peek() === Char.leftBrace) {
      reader.at++;
      depth = 1;
    }
  }
}

function skipPlain(reader: Reader): void {
  const { text } = reader;
  let { at } = reader;
  while (at < text.length) {
    const unit = text.charCodeAt(at);
    if (unit < 128 ? !isAsciiStringPart(unit) : !isPlainUnit(unit)) break;
    at++;
  }
  reader.at = at;
}

const depthChange = (rune: number): number =>
  rune === Char.leftBrace ? 1 : rune === Char.rightBrace ? -1 : 0;

/** Behind the backslash. */
function scanEscape(reader: Reader): void {
  const rune = reader.read();
  if (rune >= 0 && rune < 128 && 'abfnrtv\\"'.includes(String.fromCharCode(rune))) return;
  const width = hexWidths[rune];
  if (width !== undefined) scanDigits(reader, isHex, width);
  else if (isOctal(rune)) {
    reader.unread();
    scanDigits(reader, isOctal, 3);
  } else {
    reader.fail('illegal char escape');
  }
}

/** Digits behind `\x`, `\u` and `\U`. */
const hexWidths: Record<number, number> = { 120: 2, 117: 4, 85: 8 };

/** The rune behind the digits is read too; it stays read where it is the end, or where no digit came before it. */
function scanDigits(reader: Reader, isDigit: (rune: number) => boolean, count: number): void {
  let left = count;
  let rune = reader.read();
  while (left > 0 && isDigit(rune)) {
    rune = reader.read();
    if (rune === END) break;
    left--;
  }
  if (left > 0) reader.fail('illegal char escape');
  if (left !== count && rune !== END) reader.unread();
}

// Numbers. What follows one needs no separator: `1b` is a number and a key.

/** From the first digit on. */
function scanNumber(reader: Reader): TokenKind {
  if (reader.peek() === Char.zero) return scanZero(reader);
  // The reader looks twice behind a decimal number, and a NUL that it meets there is gone.
  behindDigits(reader);
  return tail(reader);
}

function scanZero(reader: Reader): TokenKind {
  reader.at++;
  const next = reader.peek();
  if (next === Char.lowerX || next === Char.upperX) {
    reader.at++;
    return hexadecimal(reader);
  }
  const second = reader.at;
  digits(reader);
  // The second digit goes unchecked, so `08` is an integer here whose decoding fails later.
  const isIllegal = hasEightOrNine(reader.text, second + 1, reader.at);
  const kind = tail(reader);
  if (kind === Token.integer && isIllegal) reader.fail('illegal octal number');
  return kind;
}

function hexadecimal(reader: Reader): TokenKind {
  const first = reader.at;
  while (isHex(reader.peek())) reader.at++;
  const isEmpty = reader.at === first;
  reader.look();
  if (isEmpty) reader.fail('illegal hexadecimal number');
  return Token.integer;
}

/** Behind the whole digits. */
function tail(reader: Reader): TokenKind {
  const rune = reader.look();
  if (rune === Char.period) {
    reader.at++;
    // Behind a bare `1.` the scanner only peeks, and so notices nothing wrong there yet.
    if (isExponent(isDecimal(reader.peek()) ? behindDigits(reader) : reader.peek())) exponent(reader);
    return Token.float;
  }
  if (!isExponent(rune)) return Token.integer;
  exponent(reader);
  return Token.float;
}

/** `.5`, from its first digit on: an `e` behind it belongs to the token, but the digits of an exponent do not. */
function scanFraction(reader: Reader): TokenKind {
  if (isExponent(behindDigits(reader))) reader.at++;
  return Token.float;
}

/** At the `e`. Where no digit follows, the scanner swallows one rune, whatever it is. */
function exponent(reader: Reader): void {
  reader.at++;
  const sign = reader.peek();
  if (sign === Char.plus || sign === Char.minus) reader.at++;
  if (!isDecimal(reader.peek())) {
    reader.read();
    return;
  }
  behindDigits(reader);
}

function behindDigits(reader: Reader): number {
  digits(reader);
  return reader.look();
}

function digits(reader: Reader): void {
  while (isDecimal(reader.peek())) reader.at++;
}

const isExponent = (rune: number): boolean => rune === Char.lowerE || rune === Char.upperE;

function hasEightOrNine(text: string, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (text.charCodeAt(at) >= Char.eight) return true;
  return false;
}

// Heredocs: where one ends. Its value is read by heredoc.ts.

/** Behind the first `<`. */
function scanHeredoc(reader: Reader): void {
  const error = heredocError(reader);
  if (error) reader.fail(error);
}

function heredocError(reader: Reader): string | undefined {
  if (reader.read() !== Char.less) return "heredoc expected second '<', didn't see it";
  let rune = reader.read();
  const indented = rune === Char.minus;
  if (indented) rune = reader.read();
  const start = reader.lastRead;
  while (isWord(rune)) rune = reader.read();
  if (rune === END) return 'heredoc not terminated';
  // Of `\r\r\n`, which reads as a carriage return and a newline, the first belongs to the anchor.
  if (rune === Char.carriageReturn && isNewline(reader)) rune = reader.read();
  if (rune !== Char.newline) return 'invalid characters in heredoc anchor';
  if (reader.lastRead === start) return 'zero-length heredoc anchor';
  return heredocBodyError(reader, reader.text.slice(start, reader.lastRead), indented);
}

function heredocBodyError(reader: Reader, anchor: string, indented: boolean): string | undefined {
  for (;;) {
    const lineStart = reader.at;
    if (reader.restOfLine() === END) return 'heredoc not terminated';
    if (isAnchorLine(reader.text, lineStart, reader.lastRead, anchor, indented)) return undefined;
  }
}

const isNewline = ({ text, at }: Reader): boolean =>
  text.charCodeAt(at) === Char.newline || text.startsWith('\r\n', at);

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
