import { bootstrapExpect } from '../../subjects/agent/predicates.ts';
import type { HostTarget, JoinEntry } from '../../subjects/cluster/join.ts';
import { ownAddresses } from '../../subjects/cluster/peers.ts';
import { sharedAddresses } from '../../subjects/cluster/shared-address.ts';
import type { Cluster, Node } from '../../subjects/subjects.ts';
import { ipFamily, isLoopback } from '../../util/addresses.ts';
import { rule } from '../rule.ts';

export const unknownTarget = rule({
  id: 'join/unknown-target',
  scope: 'cluster',
  source: 'cluster',
  severity: 'warning',
  options: ['retry_join'],
  docs: {
    summary: 'A join entry is not a node of the cluster.',
    rationale:
      'Failed attempts are logged and retried without end while other entries work, so a mistyped or removed host ' +
      'goes unnoticed until the others are down.',
    bad: { 'srv1/consul.hcl': server('"srv2"'), 'srv2/consul.hcl': server('"srv1", "srv9"') },
    good: { 'srv1/consul.hcl': server('"srv2"'), 'srv2/consul.hcl': server('"srv1.example.com"') },
  },
  run(cluster, report) {
    // Where two agents have one address, one of them is likely the agent that the entry names.
    if (!cluster.listsAreLocal || sharedAddresses(cluster).length > 0 || isOfClientsOnly(cluster)) return;
    const knows = { names: knowsNames(cluster), addresses: knowsAddresses(cluster) };
    const unknown = cluster.agents
      .flatMap((node) => unknownHosts(node, cluster))
      .filter(({ host }) => (ipFamily(host) ? knows.addresses : knows.names));
    if (new Set(unknown.map(({ host }) => host.toLowerCase())).size <= absentServers(cluster)) return;
    for (const { host, at, path } of unknown) {
      report({
        at,
        path,
        message:
          `${host} is not one of the ${cluster.agents.length} agents of datacenter ${cluster.datacenter} found ` +
          'here; correct the name, or remove the entry if that node is gone',
      });
    }
  },
});

/** The servers that they join are not in sight; of a manifest all nodes are. */
const isOfClientsOnly = ({ servers, agents }: Cluster): boolean =>
  servers.length === 0 && !agents.some(({ isFromManifest }) => isFromManifest);

/** The hosts in the lists of a node that no agent is. */
function unknownHosts(node: Node, { peers, isElsewhere }: Cluster): UnknownHost[] {
  return peers.entries(node).flatMap(({ target, at, path }) => {
    if (target.kind !== 'host' || isLoopback(target.host)) return [];
    return peers.find(target, node) || isElsewhere(target) ? [] : [{ host: target.host, at, path }];
  });
}

interface UnknownHost extends Pick<JoinEntry, 'at' | 'path'> {
  readonly host: string;
}

/** How many of the servers that bootstrap_expect counts are not in sight; of a manifest all nodes are. */
function absentServers({ servers, agents }: Cluster): number {
  if (agents.some(({ isFromManifest }) => isFromManifest)) return 0;
  return Math.max(...servers.map(({ config }) => bootstrapExpect(config))) - servers.length;
}

/** Some name in some list is a node's: so lists use the names of directories and nodes. */
function knowsNames({ agents, peers }: Cluster): boolean {
  return agents.some((node) =>
    hosts(node, peers).some((host) => !ipFamily(host.host) && peers.find(host, node)),
  );
}

/** Where the address of an agent is not set, any unknown address may be its own. */
function knowsAddresses({ agents }: Cluster): boolean {
  return agents.every((node) => ownAddresses(node).length > 0);
}

const hosts = (node: Node, peers: Cluster['peers']): HostTarget[] =>
  peers.entries(node).flatMap(({ target }) => (target.kind === 'host' ? [target] : []));

function server(list: string): string {
  return `data_dir = "/var/lib/consul"\nserver = true\nretry_join = [${list}]\n`;
}
