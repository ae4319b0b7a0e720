/** Quoted strings. Inside `${…}` quotes and newlines are plain text. */
import { Char, isAsciiStringPart, isHex, isOctal, isPlainUnit } from './chars.ts';
import { END, type Reader } from './reader.ts';

/**
 * Behind the opening quote.
 *
 * @param maySpanLines false in recovery: a newline ends a string even inside `${…}`.
 * @returns false where the string has no end.
 */
export function scanString(reader: Reader, maySpanLines: boolean): boolean {
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
