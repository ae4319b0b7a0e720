/** Where an agent answers DNS, and whether a recursor leads there. */
import { fields } from '../../model/grammar/text.ts';
import { addressFields, canonicalHost, ipFamily, isAnyAddress, isLoopback } from '../../util/addresses.ts';
import { memo } from '../../util/memo.ts';
import type { Node } from '../subjects.ts';
import { apiAddresses } from './listeners.ts';

export interface DnsTarget {
  /** Canonical, without brackets; a template stays as it is. */
  readonly host: string;
  readonly port: number;
}

export interface Recursor extends DnsTarget {
  readonly text: string;
  readonly path: string;
}

/** The recursors that the agent asks, in the order of the list; what cannot be read as host and port is left out. */
export const recursorsOf = memo(({ config }: Node): readonly Recursor[] =>
  config.strings('recursors').flatMap((text, index) =>
    (text.includes('{{') ? [text.trim()] : fields(text)).flatMap((field) => {
      const target = dnsTarget(field);
      return target ? [{ ...target, text: field, path: `recursors[${index}]` }] : [];
    }),
  ),
);

/** The agent adds port 53 to an address without one. */
function dnsTarget(text: string): DnsTarget | undefined {
  if (ipFamily(text) === 6) return { host: canonicalHost(text), port: 53 };
  const match = /^(?:\[(?<v6>[^\]]+)\]|(?<name>\{\{.*\}\}|[^:[\]]+))(?::(?<port>\d+))?$/.exec(text);
  const host = match?.groups?.v6 ?? match?.groups?.name;
  if (host === undefined) return undefined;
  return {
    host: host.toLowerCase() === 'localhost' ? '127.0.0.1' : canonicalHost(host),
    port: Number(match?.groups?.port ?? 53),
  };
}

/** Where it answers, and what is known of each address. */
interface DnsPlaces {
  readonly port: number;
  /** Addresses at which it answers for certain. */
  readonly bound: ReadonlySet<string>;
  /** Those that it only advertises: with NAT they may be of another machine. */
  readonly advertised: ReadonlySet<string>;
  /** The families of the loopback addresses at which it answers. */
  readonly loopback: readonly (4 | 6)[];
}

const nowhere: DnsPlaces = { port: 0, bound: new Set(), advertised: new Set(), loopback: [] };

const placesOf = memo((node: Node): DnsPlaces => {
  const { config, machine } = node;
  const port = config.number('ports.dns') ?? 0;
  if (port <= 0) return nowhere;
  const listens = apiAddresses(config, 'dns').addresses;
  const any = listens.filter(isAnyAddress);
  if (any.length === 0) return { ...nowhere, port, bound: new Set(listens.map(canonicalHost)) };
  // Of Go's listeners only :: takes both families.
  const both = any.some((address) => address !== '0.0.0.0');
  const fits = (address: string): boolean => both || ipFamily(address) !== 6;
  const written = (...paths: readonly string[]): readonly string[] =>
    paths
      .flatMap((path) => addressFields(config.string(path) ?? ''))
      .filter((address) => !isAnyAddress(address) && fits(address))
      .map(canonicalHost);
  return {
    port,
    bound: new Set([
      ...written('bind_addr', 'serf_lan', 'serf_wan'),
      ...(machine?.addresses ?? []).filter(fits),
    ]),
    advertised: new Set(
      written('advertise_addr', 'advertise_addr_wan', 'advertise_addr_ipv4', 'advertise_addr_ipv6'),
    ),
    loopback: both ? [4, 6] : [4],
  };
});

/** The places of all nodes by `host port`, for lookups from other machines. */
export function dnsServers(nodes: readonly Node[]): ReadonlyMap<string, Node> {
  const servers = new Map<string, Node>();
  for (const node of nodes) {
    const { port, bound, advertised } = placesOf(node);
    for (const host of [...bound, ...advertised])
      if (!isLoopback(host) && !host.includes('{{')) servers.set(dnsKey({ host, port }), node);
  }
  return servers;
}

export const dnsKey = ({ host, port }: DnsTarget): string => `${host} ${port}`;

/** Whether a recursor of an agent leads to its own DNS server: for certain, or by an address that it advertises. */
export function asksItself({ host, port }: DnsTarget, node: Node): 'certain' | 'likely' | undefined {
  const places = placesOf(node);
  if (port !== places.port) return undefined;
  const isLocal = isLoopback(host) && places.loopback.includes(ipFamily(host) === 6 ? 6 : 4);
  if ((isLocal && usualLoopback.has(host)) || places.bound.has(host)) return 'certain';
  return places.advertised.has(host) || (isLocal && host !== resolverOfDocker) ? 'likely' : undefined;
}

/** At others, such as 127.0.0.53, a resolver of the machine may answer. */
const usualLoopback: ReadonlySet<string> = new Set(['127.0.0.1', '::1']);

/** In containers Docker redirects what is sent to it before any listener gets it. */
const resolverOfDocker = '127.0.0.11';
