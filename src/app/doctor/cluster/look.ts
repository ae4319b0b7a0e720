/** A cluster as it is looked at: what it reports of itself, and what the files have of it. */
import type { Finding } from '../../../finding.ts';
import { type Expected, isNamed, isServer, placeOf } from '../expected.ts';
import type { ObservedCluster } from '../observe.ts';
import type { ClusterState } from '../state.ts';

export interface Look {
  readonly cluster: ObservedCluster;
  readonly nodes: readonly Expected[];
  /** Those of other datacenters too. */
  readonly all: readonly Expected[];
  readonly state: ClusterState;
}

/** Where a finding about the whole cluster is: at its first server. */
export const clusterAt = ({ nodes, cluster }: Look): Finding['at'] =>
  (nodes.find(isServer) ?? nodes[0])?.at ?? placeOf(cluster.answers.from);

export const nodeAt = (look: Look, name: string): Finding['at'] =>
  look.nodes.find(isNamed(name))?.at ?? clusterAt(look);
