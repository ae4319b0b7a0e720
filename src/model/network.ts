/** The addresses of an agent, after templates, blanks, defaults and the host are evaluated. */

import { formatIp, type Ip, isAny, isIpv4, parseIp } from '../util/ip.ts';
import { memoByText, once } from '../util/memo.ts';
import type { Config } from './config.ts';
import { fields } from './grammar/text.ts';
import type { Host } from './load/host.ts';
import { expand, listAdvice, listed } from './sockaddr/expand.ts';
import type { HostInterface } from './sockaddr/interfaces.ts';

export type Address =
  | { readonly kind: 'ip'; readonly ip: Ip; readonly text: string }
  | { readonly kind: 'unix'; readonly text: string };

export type Addresses =
  | { readonly kind: 'addresses'; readonly items: readonly Address[] }
  /** Only the host knows. */
  | { readonly kind: 'unknown' }
  /** Not an address, or a template that cannot be worked out. */
  | { readonly kind: 'invalid'; readonly field: string }
  | { readonly kind: 'template'; readonly message: string };

const none: Addresses = { kind: 'addresses', items: [] };
const unknown: Addresses = { kind: 'unknown' };

/** A text of addresses, separated by white space. */
export function parseAddresses(text: string | undefined, interfaces?: readonly HostInterface[]): Addresses {
  if (!text) return none;
  const expansion = expand(text, interfaces);
  if (expansion.kind === 'error') return { kind: 'template', message: expansion.message };
  if (expansion.kind === 'list') return { kind: 'template', message: `it ${listed}; ${listAdvice}` };
  if (expansion.kind === 'unknown') return unknown;
  const items: Address[] = [];
  for (const field of fields(expansion.text)) {
    const ip = parseIp(field === '[::]' ? '::' : field);
    if (field.startsWith('unix://')) items.push({ kind: 'unix', text: field });
    else if (ip) items.push({ kind: 'ip', ip, text: field });
    else return { kind: 'invalid', field };
  }
  return { kind: 'addresses', items };
}

/** Whether a join list has an entry that names a host. Entries that are empty, or templates that yield nothing, are dropped. */
export function joins(list: readonly string[]): 'some' | 'none' | 'unknown' {
  let known = true;
  for (const entry of list) {
    const expansion = expand(entry);
    if (expansion.kind === 'unknown') known = false;
    else if (expansion.kind !== 'text') return 'some';
    else if (fields(expansion.text).length > 0 || (expansion.text === entry && entry !== '')) return 'some';
  }
  return known ? 'none' : 'unknown';
}

/** The agent's addresses, each worked out when first asked for. */
export interface Network {
  /** Of one option, by its path. */
  readonly of: (path: string) => Addresses;
  /** Where the agent binds; undefined where that is not known. */
  readonly bind: () => Ip | undefined;
  /** What an any-address in place of an advertised one leads to; undefined where there is no such address. */
  readonly detection: () => Detection | undefined;
  /** What peers receive as its address; undefined where that is not known. */
  readonly advertised: () => Ip | undefined;
  readonly advertisedWan: () => Ip | undefined;
  /** Where the DNS, HTTP and HTTPS listeners are, as far as known. */
  readonly listeners: () => readonly Listener[];
}

export interface Detection {
  readonly family: 'IPv4' | 'IPv6';
  /** The option that holds the any-address. */
  readonly path: 'bind_addr' | 'advertise_addr';
  /** The addresses of the host that could be advertised; only exactly one will do. */
  readonly found: readonly string[];
}

export interface Listener {
  readonly what: string;
  /** `tcp:10.0.0.1:8500`, `unix:/run/x.sock`: two listeners with one key collide. */
  readonly key: string;
  /** The option that gives the address, and the one that gives the port. */
  readonly path: string;
  readonly portPath: string;
}

export function networkOf(config: Config, host: Host): Network {
  const of = memoByText((path) => parseAddresses(config.string(path), host.interfaces));
  const bind = once(() => onlyIp(of('bind_addr')));
  const written = (path: string): Ip | 'unknown' | undefined =>
    of(path).kind === 'unknown' ? 'unknown' : onlyIp(of(path));
  const detection = once((): Detection | undefined => {
    const own = written('advertise_addr');
    const any = own ?? bind();
    if (any === undefined || any === 'unknown' || !isAny(any)) return undefined;
    const family = isIpv4(any) ? 'IPv4' : 'IPv6';
    const found = host.addresses.filter(family === 'IPv4' ? isPrivateIpv4 : isPublicIpv6);
    return { family, path: own === undefined ? 'bind_addr' : 'advertise_addr', found };
  });
  const advertised = once((): Ip | undefined => {
    const own = written('advertise_addr');
    if (own === 'unknown') return undefined;
    const found = detection()?.found;
    return own ?? (found ? parseIp(found[0] ?? '') : bind());
  });
  const advertisedWan = (): Ip | undefined => {
    const own = written('advertise_addr_wan');
    return own === 'unknown' ? undefined : (own ?? advertised());
  };
  const listeners = (): readonly Listener[] => apis.flatMap((api) => listenersOf(api, config, of));
  return { of, bind, detection, advertised, advertisedWan, listeners };
}

function onlyIp(addresses: Addresses): Ip | undefined {
  const [first, ...others] = addresses.kind === 'addresses' ? addresses.items : [];
  return first?.kind === 'ip' && others.length === 0 ? first.ip : undefined;
}

const apis = ['dns', 'http', 'https'] as const;

/** At its own addresses, else at client_addr; nowhere when the port is off. */
function listenersOf(api: (typeof apis)[number], config: Config, of: Network['of']): Listener[] {
  const portPath = `ports.${api}`;
  const port = config.number(portPath) ?? 0;
  if (port <= 0) return [];
  const own = of(`addresses.${api}`);
  const isOwn = own.kind !== 'addresses' || own.items.length > 0;
  const path = isOwn ? `addresses.${api}` : 'client_addr';
  const addresses = isOwn ? own : of('client_addr');
  if (addresses.kind !== 'addresses') return [];
  const what = api.toUpperCase();
  return addresses.items.flatMap((address): Listener[] => {
    if (address.kind === 'unix') return [{ what, key: `unix:${address.text.slice(7)}`, path, portPath }];
    const place = { what, path, portPath };
    const tcp = { ...place, key: tcpKey(address.ip, port) };
    return api === 'dns' ? [tcp, { ...place, key: tcp.key.replace('tcp', 'udp') }] : [tcp];
  });
}

export function tcpKey(ip: Ip, port: number): string {
  const text = formatIp(ip);
  return `tcp:${text.includes(':') ? `[${text}]` : text}:${port}`;
}

const privateIpv4 =
  /^(?:10\.|100\.(?:6[4-9]|[7-9]\d|1[01]\d|12[0-7])\.|127\.|169\.254\.|172\.(?:1[6-9]|2\d|3[01])\.|192\.0\.0\.|192\.0\.2\.|192\.168\.)/;

/** The blocks that Consul calls private: RFC 1918, 6598, 3927, 5737 and loopback. */
export const isPrivateIpv4 = (address: string): boolean => privateIpv4.test(address);

/** IPv6 and not loopback, link-local, unique-local, site-local or for documentation. */
export function isPublicIpv6(address: string): boolean {
  const ip = parseIp(address);
  if (!ip || isIpv4(ip)) return false;
  const [first = 0, second = 0, third = 0, fourth = 0] = ip;
  const local = (first === 0xfe && second >= 0x80) || (first & 0xfe) === 0xfc;
  const documentation = first === 0x20 && second === 0x01 && third === 0x0d && fourth === 0xb8;
  return !local && !documentation && formatIp(ip) !== '::1';
}
