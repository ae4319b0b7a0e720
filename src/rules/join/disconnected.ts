import { isFragment, maySetElsewhere } from '../../subjects/agent/predicates.ts';
import { named } from '../../subjects/cluster/groups.ts';
import { joinsOtherwise } from '../../subjects/cluster/join.ts';
import type { Cluster, Node } from '../../subjects/subjects.ts';
import { groupBy } from '../../util/collections.ts';
import { DisjointSets } from '../../util/disjoint-sets.ts';
import { rule } from '../rule.ts';

export const joinDisconnected = rule({
  id: 'join/disconnected',
  scope: 'cluster',
  source: 'cluster',
  severity: {
    default: 'error',
    warning: 'where the rest joins hosts that were not found, which may join these',
  },
  supersedes: ['join/client-alone', 'join/mismatched-lists', 'join/too-few-targets'],
  options: ['retry_join'],
  docs: {
    summary: 'The join lists do not connect all nodes of the datacenter.',
    rationale:
      'Agents find each other only through their join lists. Nodes that no chain of lists connects to the rest form ' +
      'a separate cluster, or none.',
    bad: {
      'srv1/consul.hcl': server('srv2'),
      'srv2/consul.hcl': server('srv1'),
      'app1/consul.hcl': client('app2'),
      'app2/consul.hcl': client('app1'),
    },
    good: {
      'srv1/consul.hcl': server('srv2'),
      'srv2/consul.hcl': server('srv1'),
      'app1/consul.hcl': client('srv1'),
      'app2/consul.hcl': client('app1'),
    },
  },
  run(cluster, report) {
    const { agents, peers, listsAreLocal } = cluster;
    if (!listsAreLocal) return;
    // Where no file has a list, the lists come from flags, which are not known here.
    if (agents.every((node) => peers.entries(node).length === 0)) return;
    const [main, ...others] = components(cluster).sort(byWeight);
    for (const { nodes } of others.filter((part) => !part.reachesOutside)) {
      const node = nodes.find((candidate) => peers.entries(candidate).length > 0) ?? nodes[0]!;
      report({
        at: node.config.at('retry_join'),
        path: 'retry_join',
        // Hosts that were not found may join these, however unlikely.
        ...(main!.reachesOutside && { severity: 'warning' }),
        message:
          `no join list connects ${named(nodes.map(({ name }) => name))} with ` +
          `${named(main!.nodes.map(({ name }) => name))}: they never see each other; name one of these servers in ` +
          `retry_join of ${node.name}`,
        related: [
          { at: main!.nodes[0]!.config.at('retry_join'), message: `${main!.nodes[0]!.name} joins these` },
        ],
      });
    }
  },
});

interface Part {
  readonly nodes: readonly Node[];
  /** It joins hosts that were not found, which may connect it to the rest. */
  readonly reachesOutside: boolean;
}

const outside = 'outside';

function components({ agents, peers }: Cluster): Part[] {
  const sets = new DisjointSets<Node | typeof outside>();
  for (const node of agents) {
    const entries = peers.entries(node);
    // The list of a part of a configuration may be in another file.
    const isElsewhere =
      (entries.length === 0 && isFragment(node)) || maySetElsewhere(node, 'retry_join', 'start_join');
    if (joinsOtherwise(node.config) || isElsewhere) sets.unite(node, outside);
    for (const { target } of entries) {
      if (target.kind === 'invalid') continue;
      sets.unite(node, (target.kind === 'host' ? peers.find(target, node) : undefined) ?? outside);
    }
  }
  return [...groupBy(agents, (node) => sets.find(node))].map(([top, nodes]) => ({
    nodes,
    reachesOutside: top === sets.find(outside),
  }));
}

/** The part with most servers is the cluster; the others are cut off from it. */
function byWeight({ nodes: a }: Part, { nodes: b }: Part): number {
  const servers = (nodes: readonly Node[]): number => nodes.filter(({ role }) => role === 'server').length;
  return servers(b) - servers(a) || b.length - a.length;
}

function server(peer: string): string {
  return `data_dir = "/var/lib/consul"\nserver = true\nbootstrap_expect = 2\nretry_join = ["${peer}"]\n`;
}

function client(peer: string): string {
  return `data_dir = "/var/lib/consul"\nretry_join = ["${peer}"]\n`;
}
