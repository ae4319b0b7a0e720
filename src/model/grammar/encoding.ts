/** Encodings and numbers as Go's decoders take them. */

/** base64.StdEncoding: padded, line ends skipped everywhere, no other blanks. Bytes decoded, or undefined. */
export function base64Length(text: string): number | undefined {
  const packed = text.replace(/[\r\n]/g, '');
  const padding = packed.endsWith('==') ? 2 : packed.endsWith('=') ? 1 : 0;
  const digits = packed.slice(0, packed.length - padding);
  if (packed.length % 4 !== 0 || /[^A-Za-z0-9+/]/.test(digits)) return undefined;
  return (packed.length / 4) * 3 - padding;
}

/** strconv.ParseUint(text, 8, 32) */
export const isOctal = (text: string): boolean =>
  /^[0-7]+$/.test(text) && Number.parseInt(text, 8) <= 0xffffffff;

/** Whether a text of digits, with or without a sign, is a number of 64 bits. Length comes first: digits may be many. */
export function isInt64(text: string): boolean {
  const match = /^([-+]?)0*(\d{0,19})$/.exec(text);
  if (!match || !/\d/.test(text)) return false;
  const size = BigInt(match[2] || '0');
  return size < 2n ** 63n || (match[1] === '-' && size === 2n ** 63n);
}
