/** IP addresses as text: which of them mean every interface, this machine only, or the same as another. */
import { isIP } from 'node:net';
import { formatIp, isAny as isAnyIp, parseIp } from '../model/grammar/ip.ts';

/** An address in the one spelling that equals all others; a name in lower case, without the final dot. */
export function canonicalHost(text: string): string {
  if (isIP(text) === 4) return text;
  const ip = parseIp(text);
  return ip ? formatIp(ip) : text.toLowerCase().replace(/\.$/, '');
}

/** `0.0.0.0`, `::`, `[::]` and other spellings of "every interface". */
export function isAny(text: string): boolean {
  if (isIP(text) === 4) return text === '0.0.0.0';
  const ip = parseIp(text.replace(/^\[(.*)\]$/, '$1'));
  return ip !== undefined && isAnyIp(ip);
}

/** 127.0.0.0/8, ::1 or the name localhost. */
export function isLoopback(host: string): boolean {
  const plain = canonicalHost(host);
  return plain === 'localhost' || plain === '::1' || (isIP(plain) === 4 && plain.startsWith('127.'));
}

/** A literal address that a peer could dial: neither a template nor "every interface". */
export function isDialable(text: string): boolean {
  return isIP(text) !== 0 && !isAny(text);
}

/** Fields of an address option, which are parted by white space; templates stay whole. */
export function addressFields(text: string): readonly string[] {
  return text.match(/(?:\{\{.*?\}\}|\S)+/g) ?? [];
}
