/** Numbers as Go's strconv reads them, with its words where it does not. */

export type Parsed<T> = { readonly value: T } | { readonly error: string };

const maxInt = (1n << 63n) - 1n;

/** Digits of each base that a prefix selects; underscores may stand between them, and behind the prefix. */
const bases: readonly { readonly form: RegExp; readonly prefix: string; readonly skip: number }[] = [
  { form: /^0[xX](?:_?[0-9a-fA-F])+$/, prefix: '0x', skip: 2 },
  { form: /^0[bB](?:_?[01])+$/, prefix: '0b', skip: 2 },
  { form: /^0[oO](?:_?[0-7])+$/, prefix: '0o', skip: 2 },
  { form: /^0(?:_?[0-7])+$/, prefix: '0o', skip: 1 },
  { form: /^(?:0|[1-9](?:_?[0-9])*)$/, prefix: '', skip: 0 },
];

/** strconv.ParseInt(text, 0, 64). A number where that holds the value exactly, else a bigint. */
export function parseGoInt(text: string): Parsed<bigint | number> {
  if (/^(?:0|[1-9]\d{0,14})$/.test(text)) return { value: Number(text) };
  const fail = (why: string) => ({ error: `strconv.ParseInt: parsing ${goQuote(text)}: ${why}` });
  const digits = text.replace(/^[+-]/, '');
  const base = bases.find(({ form }) => form.test(digits));
  if (!base) return fail('invalid syntax');
  const magnitude = BigInt(base.prefix + digits.slice(base.skip).replaceAll('_', ''));
  const value = text.startsWith('-') ? -magnitude : magnitude;
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
