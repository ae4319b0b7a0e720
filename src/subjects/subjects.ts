/** What rules look at: a file, an agent (all its files merged), the unit that starts it, the agents of one cluster. */
import type { Finding } from '../finding.ts';
import type { Agent } from '../model/agent.ts';
import type { Config } from '../model/config.ts';
import type { ConfigFile } from '../model/load/file.ts';
import type { Host } from '../model/load/host.ts';
import type { Network } from '../model/network.ts';
import type { Source, Span } from '../text/source/source.ts';
import type { Word } from '../text/systemd.ts';
import type { HostTarget, JoinEntry } from './cluster/join.ts';
import type { Container } from './container.ts';
import type { Machine } from './machine/machine.ts';
import type { PatroniFiles } from './patroni/files.ts';
import type { PatroniInstance } from './patroni/instance.ts';
import type { AclPolicy } from './policy/policy.ts';
import type { Flags } from './unit/flags.ts';
import type { Unit } from './unit/unit.ts';

/** An agent, and how its peers may call the machine besides its node name. */
export interface Node extends Agent {
  /** True for a node of a manifest: what people write is keys of the manifest, not files of the agent. */
  readonly isFromManifest?: true;
  /** The name of its directory; undefined where no directory is that of one machine. */
  readonly host: string | undefined;
  /** What starts it; the flags are a part of the configuration. */
  readonly unit: Unit | undefined;
  /** The command line that starts it, where no unit does. */
  readonly command?: CommandLine;
  /** What it runs in, where that is a container. */
  readonly container?: Container;
  /** Files of it that something mounts, and where. */
  readonly mounted?: ReadonlyMap<string, Span>;
  /** Options whose values only the running agent knows, besides those of flags, and where they are set. */
  readonly unknown?: ReadonlyMap<string, Span>;
  /** Files of its configuration directory that the agent passes over. */
  readonly skipped: readonly string[];
  /** The files of its machine, where a whole tree was found. */
  readonly tree: MachineTree | undefined;
  /** The machine that it runs on, where that is this one and may be looked at. */
  readonly machine: Machine | undefined;
  readonly facts: (path: string) => FileFacts;
  /** What of Patroni lies on its machine; absent where nothing does. */
  readonly patroni?: PatroniFiles;
  /** Files in subdirectories of its configuration directory, which no agent reads; absent where there are none. */
  readonly below?: readonly ConfigFile[];
  /** What may set further options of it; absent where nothing does. */
  readonly deployments?: readonly Deployment[];
  /** It is of a template: other nodes may be further texts that the same one makes. */
  readonly template?: true;
  /** Whether the place of a finding is known; absent where all places are. */
  readonly isKnown?: (finding: Finding) => boolean;
  /** Its files only lie side by side: nothing says that one agent reads them all. */
  readonly isAssembled?: boolean;
  /** Its files lie in a repository, and nothing says what reads them. */
  readonly isUntied?: boolean;
}

/** The words behind `consul agent` in a file that is not a unit. */
export interface CommandLine {
  readonly words: readonly Word[];
  readonly flags: Flags;
  /** Where the command is written. */
  readonly at: Span;
}

/** A file that starts agents or writes their configuration, and is not read: a compose file, a script, Terraform. */
export interface Deployment {
  readonly path: string;
  /** A configuration that a template engine has to make yet. */
  readonly isTemplate: boolean;
  /** It sets secrets and nothing else, so that all other options are known. */
  readonly holdsOnlySecrets?: true;
  /** True where it mentions the option or its flag. */
  readonly maySet: (option: string) => boolean;
  /** True where it names this file or path, such as one that it copies. */
  readonly names: (file: string) => boolean;
}

/** What is known of a file besides its content. */
export interface FileFacts {
  /** True where version control keeps the file. */
  readonly tracked: boolean;
  /** Permission bits; undefined where they say nothing of the machine that the file is for. */
  readonly mode: number | undefined;
  readonly owner?: { readonly user: string; readonly group: string };
  /** When its content was last written, in milliseconds since 1970; absent as the mode is. */
  readonly written?: number;
}

/** The file tree of a machine, as far as it was found in a directory of this one. */
export interface MachineTree {
  /** The directory that is the root of the machine. */
  readonly root: string;
  /** Whether an absolute path of the machine is there. */
  readonly has: (path: string) => boolean;
  /** The text of a file by its absolute path on the machine; undefined where it cannot be read. */
  readonly read: (path: string) => Source | undefined;
}

/** A unit, and the node whose agent it starts. */
export interface UnitSubject {
  readonly unit: Unit;
  readonly node: Node;
}

/** Which node a join entry names, among the nodes that are linted together. */
export interface Peers {
  /** The join entries of a node's configuration. */
  entries(node: Node): readonly JoinEntry[];
  /** The node that an entry of `from` reaches; undefined where it is none of these. */
  find(target: HostTarget, from: Node): Node | undefined;
}

/** What is meant to be one datacenter: its agents, those that joined it by mistake included. */
export interface Cluster {
  /** Lower-cased, as the agents compare it. */
  readonly datacenter: string;
  readonly agents: readonly Node[];
  readonly servers: readonly Node[];
  /** False where other agents may exist: what is not here may be elsewhere. */
  readonly complete: boolean;
  /** True where lists should name only nodes that were found: these are machines side by side, or declared. */
  readonly listsAreLocal: boolean;
  /** True for a target that is a node of another cluster of the same run. */
  readonly isElsewhere: (target: HostTarget) => boolean;
  readonly peers: Peers;
}

/** One agent with all its files merged, as it sees itself when it loads them. */
export interface AgentSubject {
  readonly agent: Agent;
  readonly config: Config;
  readonly server: boolean;
  readonly host: Host;
  readonly network: Network;
  readonly isAtLeast: (version: string) => boolean;
}

/** The Patroni of a machine, and the agent next to it where that is in sight. */
export interface PatroniSubject {
  readonly instance: PatroniInstance;
  readonly files: PatroniFiles;
  readonly node: Node | undefined;
  /** All nodes that are linted together. */
  readonly nodes: readonly Node[];
  /** ACL policies in files that are linted with it. */
  readonly policies: readonly AclPolicy[];
}

export interface Subjects {
  readonly file: ConfigFile;
  readonly agent: AgentSubject;
  readonly node: Node;
  readonly unit: UnitSubject;
  readonly cluster: Cluster;
  readonly patroni: PatroniSubject;
}
