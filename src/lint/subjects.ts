/** What rules look at: a file, an agent (all its files merged), the agents of one cluster. */
import type { Agent } from '../model/agent.ts';
import type { ConfigFile } from '../model/file.ts';

export interface Cluster {
  /** Lower-cased, as the agents compare it. */
  readonly datacenter: string;
  readonly agents: readonly Agent[];
  readonly servers: readonly Agent[];
}

export interface Subjects {
  readonly file: ConfigFile;
  readonly agent: Agent;
  readonly cluster: Cluster;
}
