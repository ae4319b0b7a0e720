/** What rules look at: a file, an agent (all its files merged), the unit that starts it, the agents of one cluster. */
import type { Agent } from '../model/agent.ts';
import type { ConfigFile } from '../model/file.ts';
import type { Peers } from './peers.ts';
import type { Unit } from './unit/unit.ts';

/** An agent, and how its peers may call the machine beside its node name. */
export interface Node extends Agent {
  /** The name of its directory; undefined where none stands for one machine. */
  readonly host: string | undefined;
  /** What starts it; the flags are a part of the configuration. */
  readonly unit: Unit | undefined;
  /** The files of its machine, where a whole tree was found. */
  readonly tree: MachineTree | undefined;
}

export interface MachineTree {
  /** Whether an absolute path of the machine is there. */
  readonly has: (path: string) => boolean;
}

export interface StartedAgent {
  readonly unit: Unit;
  readonly node: Node;
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
  readonly unit: StartedAgent;
  readonly cluster: Cluster;
}
