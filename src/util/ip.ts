/** IP addresses and networks, exactly as Go's net.ParseIP and net.ParseCIDR read them. */

/** 16 bytes; an IPv4 address is held as its mapped form, as Go does. */
export type Ip = readonly number[];

const mapped = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff];

/** Dotted quad without leading zeros, or IPv6 without zone and brackets. Undefined where Go refuses. */
export function parseIp(text: string): Ip | undefined {
  for (const char of text) {
    if (char === '.') return mappedIpv4(text);
    if (char === ':') return parseIpv6(text);
  }
  return undefined;
}

function mappedIpv4(text: string): Ip | undefined {
  const bytes = parseIpv4(text);
  return bytes && [...mapped, ...bytes];
}

function parseIpv4(text: string): readonly number[] | undefined {
  const parts = text.split('.');
  if (parts.length !== 4) return undefined;
  const bytes: number[] = [];
  for (const part of parts) {
    if (!octet.test(part) || Number(part) > 255) return undefined;
    bytes.push(Number(part));
  }
  return bytes;
}

const octet = /^(?:0|[1-9]\d{0,2})$/;

function parseIpv6(text: string): Ip | undefined {
  const halves = text.split('::');
  if (halves.length > 2) return undefined;
  const [head = '', tail] = halves;
  const before = groups(head, tail === undefined);
  const after = tail === undefined ? [] : groups(tail, true);
  if (!before || !after) return undefined;
  const length = before.length + after.length;
  if (tail === undefined) return length === 16 ? before : undefined;
  // "::" must replace at least one group.
  return length <= 14 ? [...before, ...new Array<number>(16 - length).fill(0), ...after] : undefined;
}

/** Go before 1.25, which built Consul before 1.23, reads over zeros in front of the four digits. */
const group16 = /^0*[0-9A-Fa-f]{1,4}$/;

/** The bytes of colon-separated groups; the last may be an IPv4 address where nothing follows. */
function groups(text: string, last: boolean): number[] | undefined {
  if (text === '') return [];
  const bytes: number[] = [];
  const parts = text.split(':');
  for (const [i, part] of parts.entries()) {
    if (part.includes('.')) {
      const quad = last && i === parts.length - 1 ? parseIpv4(part) : undefined;
      if (!quad) return undefined;
      bytes.push(...quad);
    } else {
      if (!group16.test(part)) return undefined;
      const group = Number.parseInt(part, 16);
      bytes.push(group >> 8, group & 0xff);
    }
  }
  return bytes;
}

export function isIpv4(ip: Ip): boolean {
  for (let i = 0; i < mapped.length; i++) if (ip[i] !== mapped[i]) return false;
  return true;
}

/** Equal for equal addresses, however they are written. */
export function formatIp(ip: Ip): string {
  if (isIpv4(ip)) return ip.slice(12).join('.');
  const hex: string[] = [];
  for (let i = 0; i < 16; i += 2) hex.push((((ip[i] ?? 0) << 8) | (ip[i + 1] ?? 0)).toString(16));
  return shorten(hex);
}

/** The longest run of zero groups, two at least, becomes `::` (RFC 5952). */
function shorten(hex: readonly string[]): string {
  let best = { start: -1, length: 1 };
  for (let start = 0; start < 8; start++) {
    let length = 0;
    while (hex[start + length] === '0') length++;
    if (length > best.length) best = { start, length };
  }
  if (best.start < 0) return hex.join(':');
  return `${hex.slice(0, best.start).join(':')}::${hex.slice(best.start + best.length).join(':')}`;
}

/** 0.0.0.0 or ::, in any spelling. */
export function isAny(ip: Ip): boolean {
  for (let i = isIpv4(ip) ? mapped.length : 0; i < ip.length; i++) if (ip[i] !== 0) return false;
  return true;
}

export interface Network {
  readonly ip: Ip;
  /** Of all 128 bits: an IPv4 network has 96 more than it is written with. */
  readonly prefix: number;
}

/** `a.b.c.d/0-32` or IPv6 `/0-128`. Undefined where Go refuses, a bare address for one. */
export function parseCidr(text: string): Network | undefined {
  const slash = text.indexOf('/');
  const ip = slash < 0 ? undefined : parseIp(text.slice(0, slash));
  const digits = text.slice(slash + 1);
  if (!ip || !/^\d+$/.test(digits)) return undefined;
  const dotted = !text.slice(0, slash).includes(':');
  const prefix = Number(digits);
  if (prefix > (dotted ? 32 : 128)) return undefined;
  return { ip, prefix: dotted ? prefix + 96 : prefix };
}

/** A network contains only addresses of its family. */
export function contains(network: Network, ip: Ip): boolean {
  if (isIpv4(ip) !== isIpv4(network.ip)) return false;
  for (let bit = 0; bit < network.prefix; bit++) {
    const mask = 0x80 >> (bit & 7);
    if (((network.ip[bit >> 3] ?? 0) & mask) !== ((ip[bit >> 3] ?? 0) & mask)) return false;
  }
  return true;
}
