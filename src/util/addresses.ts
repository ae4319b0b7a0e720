/** IP addresses as text: which of them mean every interface, this machine only, or the same as another. */
import { formatIp, isAny as isAnyIp, parseIp } from './ip.ts';

const ipv4 = /^(?:(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)(?:\.(?!$)|$)){4}$/;

/**
 * 0 where the text is not an IP address; IPv6 may carry a zone, as in `fe80::1%eth0`. The same as `isIP` of node:net, which
 * is not used since it takes a fifth of a short run to load.
 */
export function ipFamily(text: string): 4 | 6 | 0 {
  if (ipv4.test(text)) return 4;
  const plain = text.replace(/%[\dA-Za-z.:-]+$/, '');
  return plain.includes(':') && parseIp(plain) ? 6 : 0;
}

/** An address in the one spelling that equals all others; a name in lower case, without the final dot. */
export function canonicalHost(text: string): string {
  if (ipFamily(text) === 4) return text;
  const ip = parseIp(text);
  return ip ? formatIp(ip) : text.toLowerCase().replace(/\.$/, '');
}

/** `0.0.0.0`, `::`, `[::]` and other spellings of "every interface". */
export function isAnyAddress(text: string): boolean {
  if (ipFamily(text) === 4) return text === '0.0.0.0';
  const ip = parseIp(text.replace(/^\[(.*)\]$/, '$1'));
  return ip !== undefined && isAnyIp(ip);
}

/** 127.0.0.0/8, ::1 or the name localhost. */
export function isLoopback(host: string): boolean {
  const plain = host.includes(':') ? canonicalHost(host) : host.replace(/\.$/, '');
  return (
    (plain.startsWith('127.') && ipFamily(plain) === 4) ||
    plain === '::1' ||
    plain.toLowerCase() === 'localhost'
  );
}

/** A literal address that a peer could dial: neither a template nor "every interface". */
export function isDialable(text: string): boolean {
  return ipFamily(text) !== 0 && !isAnyAddress(text);
}

/** Fields of an address option, which are parted by white space; templates stay whole. */
export function addressFields(text: string): readonly string[] {
  return text.match(/(?:\{\{(?:(?!\{\{|\}\}).)*\}\}|\S)+/g) ?? [];
}
