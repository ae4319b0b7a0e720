/** Go string and character literals, as strconv.Unquote reads them. */

const escaped = /\\(?:([abfnrtv\\'"])|x([0-9A-Fa-f]{2})|([0-7]{3})|u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8}))/y;
const short: Readonly<Record<string, string>> = {
  a: '\x07',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
  '\\': '\\',
  "'": "'",
  '"': '"',
};

/** The text of a double-quoted literal; undefined for an escape that Go does not know. */
export function unquote(literal: string): string | undefined {
  return read(literal.slice(1, -1), "'");
}

/** The code point of a single-quoted literal; undefined where it holds not exactly one. */
export function unquoteChar(literal: string): number | undefined {
  const text = read(literal.slice(1, -1), '"');
  const points = text === undefined ? [] : [...text];
  return points.length === 1 ? points[0]?.codePointAt(0) : undefined;
}

/** `other` is the quote that the literal does not use, which must not be escaped in it. */
function read(body: string, other: string): string | undefined {
  let text = '';
  for (let at = 0; at < body.length; ) {
    if (body[at] !== '\\') {
      text += body[at++];
      continue;
    }
    escaped.lastIndex = at;
    const match = escaped.exec(body);
    const char = match ? charOf(match, other) : undefined;
    if (char === undefined) return undefined;
    text += char;
    at = escaped.lastIndex;
  }
  return text;
}

function charOf([, letter, hex, octal, u4, u8]: RegExpExecArray, other: string): string | undefined {
  if (letter !== undefined) return letter === other ? undefined : short[letter];
  if (hex !== undefined) return String.fromCharCode(Number.parseInt(hex, 16));
  if (octal !== undefined) {
    const byte = Number.parseInt(octal, 8);
    return byte > 255 ? undefined : String.fromCharCode(byte);
  }
  const point = Number.parseInt(u4 ?? u8 ?? '', 16);
  const surrogate = point >= 0xd800 && point < 0xe000;
  return surrogate || point > 0x10ffff ? undefined : String.fromCodePoint(point);
}
