/** Domain names, as the DNS library of Consul checks them: syntax only, any characters, wildcards included. */
import { byteLength } from './text.ts';

const longestLabel = 63;
const longestName = 256;

/** Not empty, no empty label inside, labels of 63 bytes at most. A dot at the end is fine. */
export function isDomainName(name: string): boolean {
  if (name === '' || (name.startsWith('.') && name !== '.')) return false;
  const labels = (name.endsWith('.') ? name.slice(0, -1) : name).split('.');
  if (labels.some((label) => label === '') && name !== '.') return false;
  const lengths = labels.map(byteLength);
  return (
    lengths.every((length) => length <= longestLabel) &&
    lengths.reduce((sum, n) => sum + n + 1, 0) <= longestName
  );
}

/** A wildcard may only be the leftmost label. */
export const hasInnerWildcard = (host: string): boolean => host.replace(/^\*\./, '').includes('*');
