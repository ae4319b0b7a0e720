/** Agents of one cluster that peers cannot distinguish, because they are reached at one address and gossip port. */
import { canonicalHost, isDialable, isLoopback } from '../../util/addresses.ts';
import { memo } from '../../util/memo.ts';
import type { Cluster, Node } from '../subjects.ts';
import { sharedBy } from './groups.ts';
import { serfPort } from './peers.ts';

export const addressOptions = ['advertise_addr', 'serf_lan', 'bind_addr'] as const;

/** The option with the address at which peers reach the agent, where it is an address. */
export function addressOption({ config }: Node): (typeof addressOptions)[number] | undefined {
  const option = addressOptions.find((key) => config.string(key));
  return option && isDialable(config.string(option)!) ? option : undefined;
}

const hostOf = (node: Node): string | undefined => {
  const option = addressOption(node);
  const host = option && canonicalHost(node.config.string(option)!);
  // Each container has a loopback address of its own.
  return host && node.container && isLoopback(host) ? undefined : host;
};

/** `10.0.0.1 port 8301` → the agents that are reached there, where there are several. */
export const sharedAddresses = memo((cluster: Cluster): readonly [string, readonly Node[]][] =>
  sharedBy(cluster.agents, (node) => {
    const host = hostOf(node);
    return host && `${host} port ${serfPort(node)}`;
  }),
);

const sharedHosts = memo(
  (cluster: Cluster): ReadonlySet<string> =>
    new Set(sharedAddresses(cluster).flatMap(([, nodes]) => hostOf(nodes[0]!) ?? [])),
);

/**
 * True where the agent shares its address with another, or lists an address that two share: which agents its list leads
 * to is not known before that mistake, which cluster/duplicate-address reports, is corrected.
 */
export function meetsSharedAddress(node: Node, cluster: Cluster | undefined): boolean {
  const hosts = cluster && sharedHosts(cluster);
  if (!hosts || hosts.size === 0) return false;
  return (
    hosts.has(hostOf(node) ?? '') ||
    cluster.peers.entries(node).some(({ target }) => target.kind === 'host' && hosts.has(target.host))
  );
}
