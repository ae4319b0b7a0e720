/**
 * JSON to tokens, with the error that Go's encoding/json reports for each. Comments are read as such, although
 * JSON has none: people write them, and a parser that knows them can say so.
 */
import type { Run } from '../bare.ts';
import { goQuote } from '../hcl/scan/number.ts';
import { encodeBytes, isHighSurrogate, isLowSurrogate } from '../source/bytes.ts';
import type { Comment } from '../tree/tree.ts';

export const JsonToken = {
  eof: 0,
  /** A character that begins nothing. */
  illegal: 1,
  string: 2,
  integer: 3,
  float: 4,
  bool: 5,
  null: 6,
  leftBracket: 7,
  rightBracket: 8,
  leftBrace: 9,
  rightBrace: 10,
  comma: 11,
  colon: 12,
  /** Letters that are not a literal: a bare word. */
  word: 13,
} as const;

export type JsonTokenKind = (typeof JsonToken)[keyof typeof JsonToken];

/** What is wrong inside a token, at which character. */
export interface LexicalError {
  readonly at: number;
  /** As Go says it after `invalid character 'x' `; undefined where it says that the text has ended. */
  readonly context: string | undefined;
}

const quote = 0x22;
const backslash = 0x5c;
const slash = 0x2f;
const hash = 0x23;
const asterisk = 0x2a;

/** So that a long line is not read again for each of its characters. */
const longestIndent = 200;

export class JsonScanner {
  readonly text: string;
  kind: JsonTokenKind = JsonToken.eof;
  start = 0;
  end = 0;
  /** Of the current token. */
  error: LexicalError | undefined;
  readonly comments: Comment[] = [];

  private readonly runs: ReadonlyMap<number, number> | undefined;

  /** @param runs for recovery: each of them is read as one string */
  constructor(text: string, runs: readonly Run[] = []) {
    this.text = text;
    if (runs.length > 0) this.runs = new Map(runs.map(({ start, end }) => [start, end]));
  }

  next(): JsonTokenKind {
    const { text } = this;
    let at = this.end;
    this.error = undefined;
    for (;;) {
      const unit = at < text.length ? text.charCodeAt(at) : -1;
      if (unit === 0x20 || unit === 0x0a || unit === 0x0d || unit === 0x09) {
        at++;
      } else if ((unit === slash && this.comment(at)) || (unit === hash && this.hashComment(at))) {
        at = this.comments.at(-1)!.end;
      } else {
        this.start = this.end = at;
        this.kind = this.runs?.has(at) ? this.run(this.runs.get(at)!) : this.token(unit);
        return this.kind;
      }
    }
  }

  private token(unit: number): JsonTokenKind {
    switch (unit) {
      case -1:
        return JsonToken.eof;
      case quote:
        return this.string();
      case 0x7b:
        return this.single(JsonToken.leftBrace);
      case 0x7d:
        return this.single(JsonToken.rightBrace);
      case 0x5b:
        return this.single(JsonToken.leftBracket);
      case 0x5d:
        return this.single(JsonToken.rightBracket);
      case 0x2c:
        return this.single(JsonToken.comma);
      case 0x3a:
        return this.single(JsonToken.colon);
      default:
        if (unit === 0x2d || isDigit(unit)) return this.number();
        return isWordPart(unit) ? this.word() : this.illegal(unit);
    }
  }

  private run(end: number): JsonTokenKind {
    this.end = end;
    return JsonToken.string;
  }

  private single(kind: JsonTokenKind): JsonTokenKind {
    this.end++;
    return kind;
  }

  private illegal(unit: number): JsonTokenKind {
    const isPair = isHighSurrogate(unit) && isLowSurrogate(this.text.charCodeAt(this.start + 1));
    this.end = this.start + (isPair ? 2 : 1);
    return JsonToken.illegal;
  }

  private string(): JsonTokenKind {
    const { text } = this;
    let at = this.start + 1;
    for (;;) {
      if (at >= text.length) {
        this.fail(at, undefined);
        break;
      }
      const unit = text.charCodeAt(at);
      if (unit === quote) {
        at++;
        break;
      }
      if (unit < 0x20) {
        this.fail(at, 'in string literal');
        if (unit === 0x0a) break;
      }
      at = unit === backslash ? this.escape(at + 1) : at + 1;
    }
    this.end = at;
    return JsonToken.string;
  }

  /** After the backslash; returns where the string goes on. */
  private escape(at: number): number {
    const char = this.text[at];
    if (char === undefined) {
      this.fail(at, 'in string escape code');
      return at;
    }
    if (char === 'u') {
      for (let digit = at + 1; digit < at + 5; digit++) {
        if (!isHexDigit(this.text.charCodeAt(digit))) {
          this.fail(digit, 'in \\u hexadecimal character escape');
          return digit;
        }
      }
      return at + 5;
    }
    if (!'"\\/bfnrt'.includes(char)) {
      this.fail(at, 'in string escape code');
      return at;
    }
    return at + 1;
  }

  private number(): JsonTokenKind {
    const { text } = this;
    let at = this.start;
    if (text.charCodeAt(at) === 0x2d) at++;
    if (!isDigit(text.charCodeAt(at))) return this.badNumber(at, 'in numeric literal');
    at = text.charCodeAt(at) === 0x30 ? at + 1 : this.digits(at);
    let kind: JsonTokenKind = JsonToken.integer;
    if (text.charCodeAt(at) === 0x2e) {
      kind = JsonToken.float;
      at++;
      if (!isDigit(text.charCodeAt(at))) return this.badNumber(at, 'after decimal point in numeric literal');
      at = this.digits(at);
    }
    if ((text.charCodeAt(at) | 0x20) === 0x65) {
      kind = JsonToken.float;
      at++;
      const sign = text.charCodeAt(at);
      if (sign === 0x2b || sign === 0x2d) at++;
      if (!isDigit(text.charCodeAt(at))) return this.badNumber(at, 'in exponent of numeric literal');
      at = this.digits(at);
    }
    this.end = at;
    return kind;
  }

  private badNumber(at: number, context: string): JsonTokenKind {
    this.fail(at, context);
    this.end = Math.max(at, this.start + 1);
    return JsonToken.float;
  }

  private digits(from: number): number {
    let at = from;
    while (isDigit(this.text.charCodeAt(at))) at++;
    return at;
  }

  /** `true`, `false` and `null` end with their last letter, whatever follows. */
  private word(): JsonTokenKind {
    for (const literal of ['true', 'false', 'null']) {
      if (this.text.startsWith(literal, this.start)) {
        this.end = this.start + literal.length;
        return literal === 'null' ? JsonToken.null : JsonToken.bool;
      }
      if (this.text[this.start] === literal[0]) this.failLiteral(literal);
    }
    while (isWordPart(this.text.charCodeAt(this.end))) this.end++;
    return JsonToken.word;
  }

  private failLiteral(literal: string): void {
    let length = 1;
    while (this.text[this.start + length] === literal[length]) length++;
    this.fail(this.start + length, `in literal ${literal} (expecting '${literal[length]}')`);
  }

  private fail(at: number, context: string | undefined): void {
    this.error ??= { at, context };
  }

  private comment(start: number): boolean {
    const second = this.text.charCodeAt(start + 1);
    if (second === slash) return this.lineComment(start);
    if (second !== asterisk) return false;
    const close = this.text.indexOf('*/', start + 2);
    this.comments.push({ start, end: close < 0 ? this.text.length : close + 2 });
    return true;
  }

  /** As HCL has them: on a line of its own, or before a space. Anything else may be a placeholder, such as `#{x}`. */
  private hashComment(start: number): boolean {
    const { text } = this;
    const next = text[start + 1];
    const isAlone = /(?:^|\n)[ \t]*$/.test(text.slice(Math.max(0, start - longestIndent), start));
    return (isAlone ? next !== '{' : next === ' ') && this.lineComment(start);
  }

  private lineComment(start: number): true {
    const newline = this.text.indexOf('\n', start);
    this.comments.push({ start, end: newline < 0 ? this.text.length : newline });
    return true;
  }
}

const isDigit = (unit: number): boolean => unit >= 0x30 && unit <= 0x39;
const isHexDigit = (unit: number): boolean =>
  isDigit(unit) || ((unit | 0x20) >= 0x61 && (unit | 0x20) <= 0x66);
const isWordPart = (unit: number): boolean =>
  isDigit(unit) || ((unit | 0x20) >= 0x61 && (unit | 0x20) <= 0x7a) || unit === 0x5f;

/** `'x'` as Go's errors quote a character, which to them is a byte. At the end of the text, a blank. */
export function goChar(text: string, at: number): string {
  if (at >= text.length) return "' '";
  const byte = encodeBytes(String.fromCodePoint(text.codePointAt(at)!))[0]!;
  if (byte === 0x27) return "'\\''";
  if (byte === quote) return "'\"'";
  return `'${goQuote(String.fromCharCode(byte)).slice(1, -1)}'`;
}
