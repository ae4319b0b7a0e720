/** Who is who in a cluster: the node that a join entry names, whichever of its names or addresses was written. */

import { canonicalHost, isDialable, isLoopback } from '../../util/addresses.ts';
import { memo } from '../../util/memo.ts';
import type { Node, Peers } from '../subjects.ts';
import { type HostTarget, joinEntries } from './join.ts';

/** Under what a node is known to its peers. */
interface Identity {
  /** Names, lower-cased. */
  readonly names: readonly string[];
  /** Literal addresses, in canonical form. */
  readonly addresses: readonly string[];
  /** The gossip port; 8301 unless it was moved. */
  readonly port: number;
}

/** Kept, because many rules need it for every entry of every list. */
const identityOf = memo((node: Node): Identity => {
  const { config, container } = node;
  // Peers resolve the names of a container; what its agent calls itself is none of them.
  const names = container?.names ?? [config.string('node_name'), node.host, node.name];
  return {
    names: [...new Set(names.flatMap((name) => (name ? [name.trim().toLowerCase()] : [])))],
    addresses: ['advertise_addr', 'advertise_addr_ipv4', 'advertise_addr_ipv6', 'serf_lan', 'bind_addr']
      .flatMap((key) => config.string(key) ?? [])
      .concat(container?.addresses ?? [])
      .flatMap((address) => (isDialable(address) ? [canonicalHost(address)] : [])),
    port: config.number('ports.serf_lan') ?? 8301,
  };
});

/** The port that peers reach a node's gossip at. */
export const serfPort = (node: Node): number => identityOf(node).port;

/** Literal addresses under which peers may list a node. */
export const ownAddresses = (node: Node): readonly string[] => identityOf(node).addresses;

/** Names under which peers may list a node. */
export const ownNames = (node: Node): readonly string[] => identityOf(node).names;

/**
 * True where an entry of a node's own list leads back to it: another port is another agent of that machine, and a
 * name that it shares with its copies leads to any of them.
 */
export function isSelf(target: HostTarget, node: Node): boolean {
  if (node.container?.sharedNames.includes(target.host.toLowerCase())) return false;
  const known =
    ownAddresses(node).includes(target.host) || ownNames(node).some((name) => sameHost(name, target.host));
  return known && (target.port === undefined || target.port === serfPort(node));
}

/** Names that lead to any of several nodes, and to none in particular. */
export const sharedNames = (nodes: readonly Node[]): ReadonlySet<string> =>
  new Set(nodes.flatMap(({ container }) => container?.sharedNames ?? []));

/** The port that other datacenters reach a server's gossip at. */
export const wanPort = ({ config }: Node): number => config.number('ports.serf_wan') ?? 8302;

/** True where an entry of a server's own WAN list leads back to it. */
export function isSelfInWan({ host, port }: HostTarget, node: Node): boolean {
  const { config } = node;
  const wan = ['advertise_addr_wan', 'serf_wan'].flatMap((key) => {
    const address = config.string(key);
    return address !== undefined && isDialable(address) ? [canonicalHost(address)] : [];
  });
  const known = wan.length > 0 ? wan : ownAddresses(node);
  const named = ownNames(node).some((name) => sameHost(name, host));
  return (known.includes(host) || named) && (port === undefined || port === wanPort(node));
}

export function peersOf(nodes: readonly Node[]): Peers {
  const byName = new Map<string, Node[]>();
  const byLabel = new Map<string, Node[]>();
  for (const node of nodes) {
    for (const name of new Set([...ownNames(node), ...ownAddresses(node)])) {
      add(byName, name, node);
      if (!isDialable(name)) add(byLabel, firstLabel(name), node);
    }
  }
  for (const [address, node] of guessAddresses(nodes, byName)) add(byName, address, node);
  return {
    entries: ({ config }) => joinEntries(config),
    find(target, from) {
      const exact = byName.get(target.host);
      if (exact) return choose(exact, target, from);
      if (isDialable(target.host)) return undefined;
      const alike = byLabel.get(firstLabel(target.host)) ?? [];
      const same = alike.filter((node) => ownNames(node).some((name) => sameHost(name, target.host)));
      return same.length === 1 ? same[0] : undefined;
    },
  };
}

/**
 * Servers that do not write their address down (0.0.0.0, a template): each is taken for the address that most of the
 * other servers list and it does not, unless that would make two servers one.
 */
function guessAddresses(
  nodes: readonly Node[],
  known: ReadonlyMap<string, Node[]>,
): readonly [string, Node][] {
  const servers = nodes.filter(({ role }) => role === 'server');
  const unnamed = servers.filter((node) => ownAddresses(node).length === 0);
  if (unnamed.length === 0) return [];
  const listed = new Map(servers.map((node) => [node, unknownAddresses(node, known)] as const));
  const guesses = unnamed.flatMap((node): [string, Node][] => {
    const votes = new Map<string, number>();
    for (const other of servers) {
      if (other === node || other.config.string('datacenter') !== node.config.string('datacenter')) continue;
      for (const address of listed.get(other)!) votes.set(address, (votes.get(address) ?? 0) + 1);
    }
    for (const address of listed.get(node)!) votes.delete(address);
    const [best] = [...votes].sort(([, a], [, b]) => b - a);
    return best ? [[best[0], node]] : [];
  });
  return guesses.filter(([address]) => guesses.filter(([other]) => other === address).length === 1);
}

function unknownAddresses({ config }: Node, known: ReadonlyMap<string, Node[]>): ReadonlySet<string> {
  return new Set(
    joinEntries(config).flatMap(({ target }) => {
      const isUnknown = target.kind === 'host' && isDialable(target.host) && !known.has(target.host);
      return isUnknown && !isLoopback(target.host) ? [target.host] : [];
    }),
  );
}

/** Several agents on one machine share its address; their ports distinguish them. */
function choose(nodes: readonly Node[], target: HostTarget, from: Node): Node | undefined {
  if (nodes.length === 1) return nodes[0];
  const port = target.port ?? serfPort(from);
  return nodes.find((node) => serfPort(node) === port) ?? nodes[0];
}

function add(map: Map<string, Node[]>, key: string, node: Node): void {
  const list = map.get(key);
  if (!list) map.set(key, [node]);
  else if (!list.includes(node)) list.push(node);
}

function firstLabel(name: string): string {
  const dot = name.indexOf('.');
  return dot < 0 ? name : name.slice(0, dot);
}

/** `db1` and `db1.example.com` are one machine, `db1.a` and `db1.b` are not. */
function sameHost(a: string, b: string): boolean {
  if (a === b) return true;
  if (isDialable(a) || isDialable(b)) return false;
  return firstLabel(a) === firstLabel(b) && (!a.includes('.') || !b.includes('.'));
}
