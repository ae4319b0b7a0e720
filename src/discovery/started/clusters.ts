/** The clusters that the agents of one file make. */
import type { World } from '../../sources/source.ts';
import { bootstrapsAlone } from '../../subjects/agent/predicates.ts';
import type { Estate } from '../../subjects/cluster/clusters.ts';
import { peersOf } from '../../subjects/cluster/peers.ts';
import type { Node } from '../../subjects/subjects.ts';
import { groupBy } from '../../util/collections.ts';
import { DisjointSets } from '../../util/disjoint-sets.ts';
import type { StartedNode } from './node.ts';

export const estatesOf = (
  { texts, areJoined }: World,
  found: readonly StartedNode[],
  complete: boolean,
): readonly Estate[] => {
  const alone = found.filter(({ isAlone }) => isAlone).map(({ node }) => [node]);
  const others = found.filter(({ isAlone }) => !isAlone).map(({ node }) => node);
  return [...(others.length > 0 ? apart(others) : []), ...alone].map((nodes, i) => ({
    nodes,
    complete,
    inferred: !areJoined,
    ...(i === 0 && { texts }),
  }));
};

/** True where no other agents of these clusters exist. */
export function isWholeWorld({ kind, isWhole, areJoined }: World, found: readonly StartedNode[]): boolean {
  // With the network of its host a container is one of a machine, and other machines have files of their own.
  const isOfHost = kind === 'compose' && found.some(({ node }) => node.container?.networks === undefined);
  return isWhole && !isOfHost && (areJoined ?? found.every(({ isKnown }) => isKnown));
}

/** Agents of one file are one cluster, unless several of them elect themselves and no join list connects them. */
function apart(nodes: readonly Node[]): readonly (readonly Node[])[] {
  const peers = peersOf(nodes);
  const sets = new DisjointSets<Node>();
  for (const node of nodes) {
    for (const { target } of peers.entries(node)) {
      const peer = target.kind === 'host' ? peers.find(target, node) : undefined;
      if (peer) sets.unite(node, peer);
    }
  }
  const groups = [...groupBy(nodes, (node) => sets.find(node)).values()];
  const alone = groups.filter((group) =>
    group.some((node) => bootstrapsAlone(node.config) || node.command?.flags.dev === true),
  );
  return alone.length > 1 ? groups : [nodes];
}
