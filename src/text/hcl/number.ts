/** Numbers as Go's strconv reads them, with its words where it does not. */

export type Parsed<T> = { readonly value: T } | { readonly error: string };

const maxInt = (1n << 63n) - 1n;

/** strconv.ParseInt(text, 0, 64): an optional sign, `0x`, `0o`, `0b` or a plain leading 0, underscores between digits. */
export function parseGoInt(text: string): Parsed<bigint | number> {
  if (/^-?(?:0|[1-9]\d{0,14})$/.test(text)) return { value: Number(text) === 0 ? 0 : Number(text) };
  const match = /^([+-]?)(0[xX]_?|0[oO]_?|0[bB]_?|0_?)?([0-9a-fA-F_]*)$/.exec(text);
  const fail = (why: string) => ({ error: `strconv.ParseInt: parsing ${goQuote(text)}: ${why}` });
  if (!match) return fail('invalid syntax');
  const [, sign, prefix = '', rest = ''] = match;
  if (text === `${sign}0`) return { value: 0 };
  const base =
    prefix === '' ? 10 : 'xX'.includes(prefix[1] ?? '-') ? 16 : 'bB'.includes(prefix[1] ?? '-') ? 2 : 8;
  const allowed =
    base === 16 ? /^[0-9a-fA-F]+$/ : base === 10 ? /^[0-9]+$/ : base === 8 ? /^[0-7]+$/ : /^[01]+$/;
  const digits = rest.replaceAll('_', '');
  if (!allowed.test(digits) || /__|_$|^_/.test(rest) || (/^_/.test(rest) && prefix.endsWith('_'))) {
    return fail('invalid syntax');
  }
  const magnitude = BigInt(
    base === 10 ? digits : base === 16 ? `0x${digits}` : base === 8 ? `0o${digits}` : `0b${digits}`,
  );
  const value = sign === '-' ? -magnitude : magnitude;
  if (value > maxInt || value < -maxInt - 1n) return fail('value out of range');
  return { value: Number.isSafeInteger(Number(value)) ? Number(value) : value };
}

/** strconv.ParseFloat(text, 64) of what the scanner calls a number. */
export function parseGoFloat(text: string): Parsed<number> {
  const fail = (why: string) => ({ error: `strconv.ParseFloat: parsing ${goQuote(text)}: ${why}` });
  if (!/^-?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/.test(text)) return fail('invalid syntax');
  const value = Number(text);
  return Number.isFinite(value) ? { value } : fail('value out of range');
}

const shortEscapes: Record<string, string> = {
  '"': '\\"',
  '\\': '\\\\',
  '\x07': '\\a',
  '\b': '\\b',
  '\f': '\\f',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
  '\v': '\\v',
};

/** strconv.Quote, as Go's messages quote the text that they are about. */
export function goQuote(text: string): string {
  let quoted = '"';
  for (const char of text)
    quoted += shortEscapes[char] ?? (/[\p{L}\p{M}\p{N}\p{P}\p{S} ]/u.test(char) ? char : goEscape(char));
  return `${quoted}"`;
}

function goEscape(char: string): string {
  const code = char.codePointAt(0)!;
  const hex = (value: number, width: number): string => value.toString(16).padStart(width, '0');
  if (code < 0x80) return `\\x${hex(code, 2)}`;
  if (code >= 0xdc80 && code < 0xdd00) return `\\x${hex(code - 0xdc00, 2)}`;
  return code > 0xffff ? `\\U${hex(code, 8)}` : `\\u${hex(code, 4)}`;
}
