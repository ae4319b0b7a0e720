/**
 * The scanner of the JSON reader inside Consul's HCL library, for a `.hcl` that starts with `{`. Not JSON's: the last
 * of its errors counts, and it counts positions wrongly after a byte that is not UTF-8.
 */
import { encodeBytes, isHighSurrogate, isLowSurrogate } from '../../source/bytes.ts';
import { Char, isDecimal, isHex, isLetter, isOctal, isWord } from '../scan/chars.ts';
import { Token, type TokenKind } from '../scan/token.ts';

export interface CountedPosition {
  readonly line: number;
  readonly column: number;
}

export interface JsonScanError extends CountedPosition {
  readonly message: string;
  /** Where it really is. */
  readonly at: number;
}

/** The end of the text, and NUL, which the reader takes for it. */
const END = -1;

export class HclJsonScanner {
  readonly text: string;
  kind: TokenKind = Token.eof;
  start = 0;
  end = 0;
  /** Where the reader believes the token to start. */
  position: CountedPosition = { line: 1, column: 1 };
  /** The last one so far. */
  error: JsonScanError | undefined;
  /** The process dies here: the text ends inside a numeric escape. */
  panic: string | undefined;

  private at = 0;
  private lastRead = 0;
  // What the reader counts, in bytes and code points; `previous` is where it goes back to.
  private line = 1;
  private column = 0;
  private offset = 0;
  private lastLength = 0;
  private lastLineLength = 0;
  private previous = { line: 1, column: 0, offset: 0 };
  private bytes: Uint8Array | undefined;

  constructor(text: string) {
    this.text = text;
  }

  next(): TokenKind {
    let rune = this.read();
    while (rune === 0x20 || rune === 0x09 || rune === 0x0a || rune === 0x0d) rune = this.read();
    this.start = this.lastRead;
    this.position = this.recent();
    const offset = this.offset - this.lastLength;
    this.kind = this.token(rune, offset);
    this.end = this.at;
    return this.kind;
  }

  /** Whether an end-of-file token was the end, and not a NUL. */
  get isAtEnd(): boolean {
    return this.at >= this.text.length;
  }

  private token(rune: number, offset: number): TokenKind {
    if (isLetter(rune)) return this.word(offset);
    if (isDecimal(rune)) return this.number(rune);
    switch (rune) {
      case END:
        return Token.eof;
      case Char.quote:
        this.string();
        return Token.string;
      case Char.period:
        if (!isDecimal(this.peek())) return Token.period;
        this.exponent(this.mantissa(this.peek()));
        return Token.float;
      case Char.leftBracket:
        return Token.leftBracket;
      case Char.rightBracket:
        return Token.rightBracket;
      case Char.leftBrace:
        return Token.leftBrace;
      case Char.rightBrace:
        return Token.rightBrace;
      case Char.comma:
        return Token.comma;
      case Char.colon:
        return Token.colon;
      case Char.minus:
        if (isDecimal(this.peek())) return this.number(this.read());
        this.fail('illegal char');
        return Token.illegal;
      default:
        this.fail(`illegal char: ${String.fromCodePoint(rune)}`);
        return Token.illegal;
    }
  }

  private word(offset: number): TokenKind {
    let rune = this.read();
    while (isWord(rune) || rune === Char.minus) rune = this.read();
    if (rune !== END) this.unread();
    const word = this.counted(offset, this.offset);
    if (word === 'true' || word === 'false') return Token.bool;
    if (word === 'null') return Token.null;
    this.fail('illegal char');
    return Token.illegal;
  }

  private number(first: number): TokenKind {
    const { line, column, offset } = this;
    this.mantissa(first);
    let rune = this.read();
    if (rune === Char.lowerE || rune === Char.upperE) {
      this.exponent(rune);
      return Token.float;
    }
    if (rune === Char.period) {
      rune = this.mantissa(this.peek());
      if (rune === Char.lowerE || rune === Char.upperE) this.exponent(this.read());
      return Token.float;
    }
    if (rune !== END) this.unread();
    const hasMoved = line !== this.line || column !== this.column || offset !== this.offset;
    if (first === Char.zero && hasMoved) this.fail('numbers cannot start with 0');
    return Token.integer;
  }

  /** Reads digits from `rune` on, which counts as read; returns the rune after them, put back if there were any. */
  private mantissa(first: number): number {
    let rune = first;
    let scanned = false;
    while (isDecimal(rune)) {
      rune = this.read();
      scanned = true;
    }
    if (scanned && rune !== END) this.unread();
    return rune;
  }

  private exponent(first: number): void {
    if (first !== Char.lowerE && first !== Char.upperE) return;
    let rune = this.read();
    if (rune === Char.minus || rune === Char.plus) rune = this.read();
    this.mantissa(rune);
  }

  private string(): void {
    for (;;) {
      const rune = this.read();
      if (rune === END || rune === Char.newline) {
        this.fail('literal not terminated');
        return;
      }
      if (rune === Char.quote) return;
      if (rune === Char.backslash) this.escape();
      if (this.panic) return;
    }
  }

  private escape(): void {
    const rune = this.read();
    if (rune >= 0 && rune < 128 && 'abfnrtv\\"'.includes(String.fromCharCode(rune))) return;
    if (isOctal(rune)) this.escapeDigits(rune, isOctal, 3);
    else if (rune === 0x78) this.escapeDigits(this.read(), isHex, 2);
    else if (rune === 0x75) this.escapeDigits(this.read(), isHex, 4);
    else if (rune === 0x55) this.escapeDigits(this.read(), isHex, 8);
    else this.fail('illegal char escape');
  }

  /** Puts back the rune after the digits, whatever it is: the end of the text cannot be, and the process dies. */
  private escapeDigits(first: number, isDigit: (rune: number) => boolean, count: number): void {
    let rune = first;
    let left = count;
    while (left > 0 && isDigit(rune)) {
      rune = this.read();
      left--;
    }
    if (left > 0) this.fail('illegal char escape');
    if (this.lastRead >= this.text.length) {
      this.panic = 'bytes.Buffer: UnreadRune: previous operation was not a successful ReadRune';
      return;
    }
    this.unread();
  }

  private peek(): number {
    const rune = this.text.codePointAt(this.at) ?? END;
    return rune === 0 ? END : rune;
  }

  private read(): number {
    const { text, at } = this;
    this.lastRead = at;
    if (at >= text.length) {
      this.column++;
      this.lastLength = 0;
      return END;
    }
    const unit = text.charCodeAt(at);
    const isPair = isHighSurrogate(unit) && isLowSurrogate(text.charCodeAt(at + 1));
    this.at = at + (isPair ? 2 : 1);
    if (!isPair && unit >= 0xd800 && unit < 0xe000) return this.readBadByte();
    const { line, column, offset } = this;
    this.previous = { line, column, offset };
    this.column++;
    this.lastLength = isPair ? 4 : unit < 0x80 ? 1 : unit < 0x800 ? 2 : 3;
    this.offset += this.lastLength;
    if (unit === Char.newline) {
      this.line++;
      this.lastLineLength = this.column;
      this.column = 0;
    }
    if (unit === 0) return END;
    return isPair ? text.codePointAt(at)! : unit;
  }

  /** Does not move `previous`: putting this byte back puts back the rune before it as well, as far as is counted. */
  private readBadByte(): number {
    this.column++;
    this.offset++;
    this.lastLength = 1;
    this.fail('illegal UTF-8 encoding');
    return Char.replacement;
  }

  private unread(): void {
    this.at = this.lastRead;
    this.line = this.previous.line;
    this.column = this.previous.column;
    this.offset = this.previous.offset;
  }

  private recent(): CountedPosition {
    if (this.column > 0) return { line: this.line, column: this.column };
    if (this.lastLineLength > 0) return { line: this.line - 1, column: this.lastLineLength };
    return { line: 1, column: 1 };
  }

  private fail(message: string): void {
    this.error = { message, at: this.lastRead, ...this.recent() };
  }

  /** The text between two counted offsets. */
  private counted(from: number, to: number): string {
    this.bytes ??= encodeBytes(this.text);
    return String.fromCharCode(...this.bytes.subarray(Math.max(0, from), Math.min(to, from + 8)));
  }
}
