/** Is the text of digits, with or without a sign, a number of 64 bits? Length comes first: digits may be many. */
export function isInt64(text: string): boolean {
  const match = /^([-+]?)0*(\d{0,19})$/.exec(text);
  if (!match || !/\d/.test(text)) return false;
  const size = BigInt(match[2] || '0');
  return size < 2n ** 63n || (match[1] === '-' && size === 2n ** 63n);
}
