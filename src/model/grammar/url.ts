/** URLs, as Go's net/url.Parse takes them apart: more lenient than the URL standard, and other things are errors. */

import { parseIp } from '../../util/ip.ts';

export interface GoUrl {
  /** Lower-cased. */
  readonly scheme: string;
  readonly opaque: string;
  readonly hasUser: boolean;
  readonly host: string;
  readonly path: string;
  readonly query: string;
  readonly fragment: string;
}

/** Undefined where Go returns an error. */
export function parseUrl(text: string): GoUrl | undefined {
  const hash = text.indexOf('#');
  const fragment = hash < 0 ? '' : decodePercent(text.slice(hash + 1), isAnything);
  const url = parseBody(hash < 0 ? text : text.slice(0, hash));
  return url && fragment !== undefined ? { ...url, fragment } : undefined;
}

const empty = { scheme: '', opaque: '', hasUser: false, host: '', path: '', query: '', fragment: '' };

function parseBody(text: string): GoUrl | undefined {
  if (/[\x00-\x1f\x7f]/.test(text)) return undefined;
  if (text === '*') return { ...empty, path: '*' };
  const split = splitScheme(text);
  if (!split) return undefined;
  const mark = split.rest.indexOf('?');
  const query = mark < 0 ? '' : split.rest.slice(mark + 1);
  const rest = mark < 0 ? split.rest : split.rest.slice(0, mark);
  const scheme = split.scheme.toLowerCase();
  if (!rest.startsWith('/')) {
    if (scheme !== '') return { ...empty, scheme, opaque: rest, query };
    if ((rest.split('/', 1)[0] ?? '').includes(':')) return undefined;
  }
  return parseHierarchy(scheme, rest, query);
}

function parseHierarchy(scheme: string, rest: string, query: string): GoUrl | undefined {
  const hasAuthority = rest.startsWith('//') && (scheme !== '' || !rest.startsWith('///'));
  const slash = hasAuthority ? rest.indexOf('/', 2) : 0;
  const end = slash < 0 ? rest.length : slash;
  const authority = hasAuthority
    ? parseAuthority(rest.slice(2, end), isWeb(scheme))
    : { host: '', hasUser: false };
  const path = decodePercent(rest.slice(end), isAnything);
  return authority && path !== undefined ? { ...empty, scheme, ...authority, path, query } : undefined;
}

/** Undefined for a colon at the very start; anything that cannot be a scheme is part of the path. */
function splitScheme(text: string): { readonly scheme: string; readonly rest: string } | undefined {
  if (text.startsWith(':')) return undefined;
  const match = /^([A-Za-z][A-Za-z0-9+.-]*):/.exec(text);
  return match ? { scheme: match[1] ?? '', rest: text.slice(match[0].length) } : { scheme: '', rest: text };
}

const isWeb = (scheme: string): boolean => scheme === 'http' || scheme === 'https';

/** `strict`: one colon at most outside of brackets, as Go asks of web addresses only. */
function parseAuthority(
  text: string,
  strict: boolean,
): { readonly host: string; readonly hasUser: boolean } | undefined {
  const at = text.lastIndexOf('@');
  const host = parseHost(text.slice(at + 1), strict);
  if (host === undefined) return undefined;
  if (at < 0) return { host, hasUser: false };
  const user = text.slice(0, at);
  const valid =
    /^[A-Za-z0-9\-._:~!$&'()*+,;=%@]*$/.test(user) && decodePercent(user, isAnything) !== undefined;
  return valid ? { host, hasUser: true } : undefined;
}

function parseHost(text: string, strict: boolean): string | undefined {
  const bracket = text.lastIndexOf('[');
  if (bracket >= 0) return bracket === 0 ? parseBracketed(text) : undefined;
  const colon = strict ? text.indexOf(':') : text.lastIndexOf(':');
  if (colon >= 0 && !isOptionalPort(text.slice(colon))) return undefined;
  return decodePercent(text, isHostChar, true);
}

/** `[fe80::1%25en0]:80`: the brackets must hold an IPv6 address. */
function parseBracketed(text: string): string | undefined {
  const close = text.lastIndexOf(']');
  if (close < 0 || !isOptionalPort(text.slice(close + 1))) return undefined;
  const [address = '', zone] = text.slice(1, close).split(/%25(.*)/s);
  const ip = decodePercent(address, isHostChar, true);
  if (ip === undefined || !ip.includes(':') || !parseIp(ip)) return undefined;
  const name = zone === undefined ? undefined : decodePercent(zone, isHostChar);
  if (zone === '' || (zone !== undefined && name === undefined)) return undefined;
  return zone === undefined ? text : `[${address}%${name}${text.slice(close)}`;
}

const isOptionalPort = (text: string): boolean => /^(?::\d*)?$/.test(text);
const isAnything = (): boolean => true;

/** What is allowed unescaped in a host: sub-delims and unreserved of RFC 3986, and `<>"` which Go lets through. */
const isHostChar = (char: string): boolean =>
  /^[A-Za-z0-9\-_.~!$&'()*+,;=:[\]<>"]$/.test(char) || char > '\x7f';

/** Undefined for a broken escape or a character that is not allowed here. In hosts only non-ASCII may be escaped. */
function decodePercent(text: string, allowed: (char: string) => boolean, host = false): string | undefined {
  if (/%(?![0-9A-Fa-f]{2})/.test(text)) return undefined;
  if (host && /%(?!25)[0-7][0-9A-Fa-f]/.test(text)) return undefined;
  for (const char of text) if (char !== '%' && !allowed(char)) return undefined;
  return text.replace(/%([0-9A-Fa-f]{2})/g, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
}
