/** Clusters as a diagram: who votes, who joins whom, which edge is missing. It reports nothing. */
import type { Config } from '../../model/config.ts';
import type { Role } from '../../options/option.ts';
import type { Span } from '../../text/source/source.ts';
import { groupBy } from '../../util/collections.ts';
import { DisjointSets } from '../../util/disjoint-sets.ts';
import { isServer, isVoter, lanAddress, tolerance } from '../agent/predicates.ts';
import type { Cluster, Node, Peers } from '../subjects.ts';
import { clustersOf, datacenterOf, type Estate } from './clusters.ts';
import { joinsOtherwise, parseJoinEntry } from './join.ts';
import { isSelf, peersOf } from './peers.ts';

export interface ClusterView {
  readonly datacenter: string;
  /** Servers first. */
  readonly nodes: readonly NodeView[];
  /** False where other nodes may exist. */
  readonly complete: boolean;
  /** Servers that take part in elections. */
  readonly voters: number;
  /** How many of them must be alive. */
  readonly majority: number;
  /** How many of them may fail. */
  readonly tolerates: number;
  /** Other datacenters whose servers its own join over the WAN. */
  readonly joinsWan: readonly string[];
}

/** One row of a `ClusterView`: what a drawing or an overview shows of a node. */
export interface NodeView {
  /** Unique among all clusters of a run. */
  readonly id: number;
  readonly name: string;
  readonly role: Role;
  readonly votes: boolean;
  readonly datacenter: string;
  /** Where its peers reach it; undefined where only the host knows. */
  readonly address: string | undefined;
  readonly version: string;
  /** Its configuration files and its unit. */
  readonly files: readonly string[];
  readonly config: Config;
  readonly joins: readonly JoinView[];
  /** Servers that lists of other servers name and its own does not. */
  readonly lacks: readonly number[];
  /** No chain of join lists leads from here to most of the cluster. */
  readonly apart: boolean;
}

export interface JoinView {
  readonly text: string;
  readonly at: Span;
  /** A node's id; else a host that was not found, something that only the running agent knows, or no target at all. */
  readonly to: number | 'self' | 'unknown' | 'runtime' | 'invalid';
}

export function clusterViews(estates: readonly Estate[]): readonly ClusterView[] {
  const ids = new Map<Node, number>();
  for (const { nodes } of estates) for (const node of nodes) ids.set(node, ids.size);
  const everyone = peersOf([...ids.keys()]);
  return estates.flatMap((estate) => {
    const clusters = clustersOf(estate);
    const together = new Set(clusters.flatMap(({ agents }) => agents));
    // Agents of which nothing says that they are one cluster.
    const alone = estate.nodes.filter((node) => !together.has(node));
    return [
      ...clusters.map((cluster) => viewOf(cluster, ids, everyone)),
      ...alone.map((node) => viewOf(singleton(node, estate), ids, everyone)),
    ];
  });
}

const singleton = (node: Node, { complete }: Estate): Cluster => ({
  datacenter: datacenterOf(node),
  agents: [node],
  servers: node.role === 'server' ? [node] : [],
  complete,
  listsAreLocal: complete,
  isElsewhere: () => false,
  peers: { entries: () => [], find: () => undefined },
});

function viewOf(cluster: Cluster, ids: ReadonlyMap<Node, number>, everyone: Peers): ClusterView {
  const { datacenter, agents, servers, complete } = cluster;
  const clients = agents.filter((node) => !isServer(node));
  const voters = agents.filter(isVoter).length;
  const joins = new Map(agents.map((node) => [node, joinsOf(node, cluster, ids)]));
  const named = new Set(
    agents
      .filter(isVoter)
      .flatMap((node) => joins.get(node)!.flatMap(({ to }) => (typeof to === 'number' ? to : []))),
  );
  const rest = apart(agents, joins, ids);
  return {
    datacenter,
    complete,
    voters,
    majority: Math.floor(voters / 2) + 1,
    tolerates: tolerance(voters),
    joinsWan: wanTargets(cluster, everyone),
    nodes: [...servers, ...clients].map((node) => nodeView(node, joins.get(node)!, named, rest, ids)),
  };
}

function nodeView(
  node: Node,
  joins: readonly JoinView[],
  named: ReadonlySet<number>,
  rest: ReadonlySet<Node>,
  ids: ReadonlyMap<Node, number>,
): NodeView {
  const id = ids.get(node)!;
  const own = new Set(joins.map(({ to }) => to));
  const comparable =
    isVoter(node) && !joinsOtherwise(node.config) && joins.every(({ to }) => to !== 'runtime');
  return {
    id,
    name: node.name,
    role: node.role,
    votes: isVoter(node),
    datacenter: datacenterOf(node),
    address: lanAddress(node.config),
    version: node.version,
    files: [
      ...node.files.map(({ source }) => source.file),
      ...(node.unit ? [node.unit.start.at.source.file] : []),
    ],
    config: node.config,
    joins,
    lacks: comparable ? [...named].filter((other) => other !== id && !own.has(other)) : [],
    apart: rest.has(node),
  };
}

function joinsOf(node: Node, { peers }: Cluster, ids: ReadonlyMap<Node, number>): JoinView[] {
  return peers.entries(node).map(({ text, at, target }) => {
    const to = (): JoinView['to'] => {
      if (target.kind === 'invalid') return 'invalid';
      if (target.kind === 'dynamic') return 'runtime';
      const peer = peers.find(target, node);
      if (peer === node || (!peer && isSelf(target, node))) return 'self';
      return (peer && ids.get(peer)) ?? 'unknown';
    };
    return { text, at, to: to() };
  });
}

/** The nodes outside of the largest part that join lists connect; a list that leads outside may connect anything. */
function apart(
  agents: readonly Node[],
  joins: ReadonlyMap<Node, readonly JoinView[]>,
  ids: ReadonlyMap<Node, number>,
): ReadonlySet<Node> {
  const outside = -1;
  const parts = new DisjointSets<number>();
  const here = new Set(agents.map((node) => ids.get(node)!));
  for (const node of agents) {
    const id = ids.get(node)!;
    if (joinsOtherwise(node.config)) parts.unite(id, outside);
    for (const { to } of joins.get(node)!) {
      if (typeof to === 'number') parts.unite(id, here.has(to) ? to : outside);
      else if (to === 'unknown' || to === 'runtime') parts.unite(id, outside);
    }
  }
  const groups = [...groupBy(agents, (node) => parts.find(ids.get(node)!)).entries()];
  const main = groups.reduce((best, one) => (weight(one[1]) > weight(best[1]) ? one : best), groups[0]!);
  const cut = groups.filter((one) => one !== main && one[0] !== parts.find(outside));
  return new Set(cut.flatMap(([, nodes]) => nodes));
}

/** A server counts for more than any number of clients that a drawing can show. */
const weight = (nodes: readonly Node[]): number =>
  nodes.reduce((sum, { role }) => sum + (role === 'server' ? 100_000 : 1), 0);

/** Datacenters may have been found apart from each other. */
function wanTargets({ servers, datacenter }: Cluster, everyone: Peers): string[] {
  const targets = servers.flatMap((node) =>
    ['retry_join_wan', 'start_join_wan'].flatMap((key) =>
      node.config.strings(key).flatMap((text) => {
        const target = parseJoinEntry(text);
        const peer = target.kind === 'host' ? everyone.find(target, node) : undefined;
        return peer ? [datacenterOf(peer)] : [];
      }),
    ),
  );
  return [...new Set(targets)].filter((name) => name !== datacenter).sort();
}
