/** Domain names, as the DNS library of Consul checks them: syntax only, any characters, wildcards included. */
import { byteLength } from './text.ts';

const longestLabel = 63;
const longestName = 256;

/** A backslash makes one byte of what follows: of three digits, or of the next byte, which may be a part of a character. */
const unescaped = (name: string): string =>
  name.replace(/\\(?:\d{3}|.)/gsu, (escaped) =>
    'x'.repeat(byteLength(escaped) - (/\d{3}$/.test(escaped) ? 3 : 1)),
  );

/**
 * Ends with a dot that no backslash escapes. The library counts the bytes of the character before the backslashes with them,
 * so that a dot behind `é`, which has two, is taken for an escaped one.
 */
function isAbsolute(name: string): boolean {
  const [, last, backslashes] = /([^\\]?)(\\*)\.$/u.exec(name) ?? [];
  return backslashes !== undefined && (Math.max(1, byteLength(last!)) + backslashes.length) % 2 === 1;
}

/**
 * Not empty, no empty label inside, labels of 63 bytes at most, 256 bytes in all. A dot at the end is fine. A label that ends
 * in a backslash swallows the dot that the library puts behind it, and has any length then.
 */
export function isDomainName(name: string): boolean {
  if (name === '') return false;
  const labels = unescaped(isAbsolute(name) ? name : `${name}.`).split('.');
  const open = labels.pop();
  if (labels.length === 1 && labels[0] === '' && open === '') return true;
  if (labels.includes('')) return false;
  const lengths = labels.map(byteLength);
  const length = lengths.reduce((sum, n) => sum + n + 1, 0);
  return (
    lengths.every((one) => one <= longestLabel) &&
    (open === '' ? length <= longestName : length < longestName)
  );
}

/** A wildcard may only be the leftmost label. */
export const hasInnerWildcard = (host: string): boolean => host.replace(/^\*\./, '').includes('*');
