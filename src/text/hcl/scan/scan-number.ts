/** Numbers. What follows one needs no separator: `1b` is a number and a key. */
import { Char, isDecimal, isHex } from './chars.ts';
import type { Reader } from './reader.ts';
import { Token, type TokenKind } from './token.ts';

/** From the first digit on. */
export function scanNumber(reader: Reader): TokenKind {
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
  // The second digit goes unchecked, so `08` is an integer here that nobody can read later.
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
export function scanFraction(reader: Reader): TokenKind {
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
