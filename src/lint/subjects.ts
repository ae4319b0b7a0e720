/** What rules look at: a file, an agent (all its files merged), the agents of one cluster. */
import type { Agent } from '../model/agent.ts';
import type { ConfigFile } from '../model/file.ts';
import type { Peers } from './peers.ts';

/** An agent, and how its peers may call the machine beside its node name. */
export interface Node extends Agent {
  /** The name of its directory; undefined where none stands for one machine. */
  readonly host?: string;
}

/** What is meant to be one datacenter: its agents, those that joined it by mistake included. */
export interface Cluster {
  /** Lower-cased, as the agents compare it. */
  readonly datacenter: string;
  readonly agents: readonly Node[];
  readonly servers: readonly Node[];
  /** False where other agents may exist: what is not here may be elsewhere. */
  readonly complete: boolean;
  readonly peers: Peers;
}

export interface Subjects {
  readonly file: ConfigFile;
  readonly agent: Node;
  readonly cluster: Cluster;
}
