/** Numbers as Go's strconv reads them, with its words where it does not. */

export type Parsed<T> = { readonly value: T } | { readonly error: string };

const maxInt = (1n << 63n) - 1n;

const maxUint = (1n << 64n) - 1n;

/** strconv.ParseInt(text, 0, 64). A number where that holds the value exactly, else a bigint. */
export function parseGoInt(text: string): Parsed<bigint | number> {
  if (/^(?:0|[1-9]\d{0,14})$/.test(text)) return { value: Number(text) };
  const magnitude = parseGoUint(text.replace(/^[+-]/, ''));
  const value = typeof magnitude === 'bigint' && text.startsWith('-') ? -magnitude : magnitude;
  const error = typeof value === 'string' ? value : value > maxInt || value < -maxInt - 1n ? outOfRange : '';
  if (error || typeof value === 'string')
    return { error: `strconv.ParseInt: parsing ${goQuote(text)}: ${error}` };
  return { value: Number.isSafeInteger(Number(value)) ? Number(value) : value };
}

const invalidSyntax = 'invalid syntax';
const outOfRange = 'value out of range';

/** The value, or what is wrong with the text: whatever comes first in it. */
function parseGoUint(text: string): bigint | string {
  const prefix = /^0[xX](?=.)|^0[bB](?=.)|^0[oO](?=.)|^0(?=.)/s.exec(text)?.[0] ?? '';
  const base = prefix === '' ? 10 : ({ x: 16, b: 2 }[prefix.slice(1).toLowerCase()] ?? 8);
  if (text === '') return invalidSyntax;
  let value = 0n;
  for (const char of text.slice(prefix.length)) {
    if (char === '_') continue;
    const digit = /^[0-9a-zA-Z]$/.test(char) ? Number.parseInt(char, 36) : base;
    if (digit >= base) return invalidSyntax;
    value = value * BigInt(base) + BigInt(digit);
    if (value > maxUint) return outOfRange;
  }
  return underscoresAreBetweenDigits(text, prefix) ? value : invalidSyntax;
}

/** One at a time; a prefix with a letter counts as a digit. */
function underscoresAreBetweenDigits(text: string, prefix: string): boolean {
  if (!text.includes('_')) return true;
  const digits = prefix.length === 2 ? `0${text.slice(2)}` : text;
  return /^[0-9a-fA-F](?:_?[0-9a-fA-F])*$/.test(digits);
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
