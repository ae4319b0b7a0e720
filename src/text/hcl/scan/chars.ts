/** Classes of characters. ASCII by table, because the scanner asks once per character of a file. */
import { isDigitBeyondAscii, isLetterBeyondAscii } from './unicode.ts';

export const Char = {
  tab: 9,
  newline: 10,
  carriageReturn: 13,
  space: 32,
  quote: 34,
  hash: 35,
  dollar: 36,
  asterisk: 42,
  plus: 43,
  comma: 44,
  minus: 45,
  period: 46,
  slash: 47,
  zero: 48,
  seven: 55,
  eight: 56,
  nine: 57,
  colon: 58,
  less: 60,
  equals: 61,
  upperE: 69,
  upperX: 88,
  leftBracket: 91,
  backslash: 92,
  rightBracket: 93,
  lowerE: 101,
  lowerX: 120,
  leftBrace: 123,
  rightBrace: 125,
  /** Represents a byte that is not UTF-8. */
  replacement: 0xfffd,
  /** The one code point that Consul's reader keeps for itself. */
  reserved: 0xe123,
} as const;

const letter = 1;
const digit = 2;
const hex = 4;
const inIdentifier = 8;
const inString = 16;

const classes = new Uint8Array(128);
for (let code = 0; code < 128; code++) {
  const char = String.fromCharCode(code);
  if (/[A-Za-z_]/.test(char)) classes[code]! |= letter | inIdentifier;
  if (/[0-9]/.test(char)) classes[code]! |= digit | inIdentifier;
  if (/[0-9A-Fa-f]/.test(char)) classes[code]! |= hex;
  if (/[-.]/.test(char)) classes[code]! |= inIdentifier;
  if (!/["\\${}\n\r\0]/.test(char)) classes[code]! |= inString;
}

export const isDecimal = (code: number): boolean => code >= Char.zero && code <= Char.nine;
export const isHex = (code: number): boolean => code < 128 && code >= 0 && (classes[code]! & hex) !== 0;
export const isOctal = (code: number): boolean => code >= Char.zero && code <= Char.seven;

export const isLetter = (code: number): boolean =>
  code < 128 ? code >= 0 && (classes[code]! & letter) !== 0 : isLetterBeyondAscii(code);

/** A letter or digit: what a heredoc's anchor is made of. */
export const isWord = (code: number): boolean =>
  code < 128
    ? code >= 0 && (classes[code]! & (letter | digit)) !== 0
    : isLetterBeyondAscii(code) || isDigitBeyondAscii(code);

/** Of an ASCII code: continues an identifier. */
export const isAsciiIdentifierPart = (code: number): boolean => (classes[code]! & inIdentifier) !== 0;
/** Of an ASCII code: has no special meaning inside a quoted string. */
export const isAsciiStringPart = (code: number): boolean => (classes[code]! & inString) !== 0;

/** Of a UTF-16 unit beyond ASCII: a whole code point that the reader accepts. */
export const isPlainUnit = (unit: number): boolean =>
  unit < 0xd800 || (unit > 0xdfff && unit !== Char.reserved);
