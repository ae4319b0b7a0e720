/** Nodes that were found together, and the clusters that they are meant to be. */
import type { Finding } from '../../finding.ts';
import type { ConfigFile } from '../../model/load/file.ts';
import type { Source } from '../../text/source/source.ts';
import type { ObjectValue } from '../../text/tree/value.ts';
import { groupBy } from '../../util/collections.ts';
import { DisjointSets } from '../../util/disjoint-sets.ts';
import { bootstrapExpect, isMistyped, isOneMachine, isServer, isVoter } from '../agent/predicates.ts';
import type { PatroniFiles } from '../patroni/files.ts';
import type { Cluster, Node, Peers } from '../subjects.ts';
import { peersOf, sharedNames } from './peers.ts';
import { isClosed } from './whole.ts';

export interface Estate {
  readonly nodes: readonly Node[];
  /** True where these are all nodes of their clusters; files picked from a tree say nothing of the rest. */
  readonly complete: boolean;
  /** What of Patroni lies where no agent is. */
  readonly patroni?: readonly PatroniFiles[];
  /** True where directories and join lists say so, rather than a manifest or the settings: then lists can lead elsewhere. */
  readonly inferred?: boolean;
  /** The files of the manifest that the nodes come from; undefined where there is none. */
  readonly manifest?: readonly ManifestFile[];
  /** Texts of files that start its agents, in which comments may ignore findings. */
  readonly texts?: readonly Source[];
  /** What reading the manifest found. */
  readonly findings?: readonly Finding[];
  /** Config entries in separate files. */
  readonly entries?: readonly EntryFile[];
  /** ACL policies in files, which `consul acl policy create` takes. */
  readonly policies?: readonly ConfigFile[];
  /** Files in which nothing is Consul's, and that the caller named or an agent reads. */
  readonly foreignFiles?: readonly ForeignFile[];
  /** A whole repository is linted: its files are for whatever. */
  readonly isOfRepository?: boolean;
  /** Why a file of it may be read by no agent, as its directory says. */
  readonly asideOf?: (file: string) => Aside | undefined;
  /** True where something around says Enterprise, or a repository says nothing of the edition; looked for when it is asked. */
  readonly mayBeEnterprise?: () => boolean;
}

/** A file of tests, or of a copy of another project. */
export type Aside = 'tests' | 'copy';

/** A file of another program. */
export interface ForeignFile {
  readonly file: ConfigFile;
  /** A file of the agent that reads the directory, and refuses this one. */
  readonly reader: ConfigFile | undefined;
  /** Something says that the agent reads the directory, and not its name alone. */
  readonly isLoaded: boolean;
}

/** A config entry in a separate file, which `consul config write` takes. */
export interface EntryFile {
  readonly file: ConfigFile;
  /** The release that it is linted for. */
  readonly version: string;
  /** A file of the agent that reads the directory, and refuses the entry. */
  readonly reader: ConfigFile | undefined;
  /** Something says that the agent reads the directory, and not its name alone. */
  readonly isLoaded: boolean;
}

interface ManifestFile {
  readonly root: ObjectValue;
  /** True where others may build on it too: what nothing needs here, something may need there. */
  readonly shared: boolean;
}

/**
 * One cluster for each datacenter. Datacenters whose agents join each other over the LAN, or that wait for exactly
 * as many servers as they are together, are meant as one: a mistyped name must not look like a second datacenter.
 * @param everyone all nodes of the run, where there are several estates
 */
export function clustersOf(estate: Estate, everyone?: Peers): readonly Cluster[] {
  if (!estate.complete && estate.nodes.length < 2) return [];
  const groups = groupBy(estate.nodes, datacenterOf);
  const peers = peersOf(estate.nodes);
  const shared = sharedNames(estate.nodes);
  const homes = new DisjointSets<string>();
  if (groups.size > 1) {
    for (const node of estate.nodes) homes.unite(joinsInto(node), datacenterOf(node));
    if (areOnlyCompleteTogether(groups)) {
      const [first, ...others] = groups.keys();
      for (const name of others) homes.unite(name, first!);
    }
  }
  return [...groupBy(estate.nodes, (node) => homes.find(datacenterOf(node))).values()].map((agents) => ({
    datacenter: meant(groupBy(agents, datacenterOf)),
    agents,
    servers: agents.filter(isServer),
    complete: isWhole(agents) && (estate.inferred !== true || isClosed(agents, peers)),
    listsAreLocal: isWhole(agents),
    isElsewhere: (target) => shared.has(target.host) || everyone?.find(target, agents[0]!) !== undefined,
    peers,
  }));

  function isWhole(agents: readonly Node[]): boolean {
    return estate.complete && agents.every(isKnown);
  }

  /** The datacenter that most of its targets are in; its own where they are divided or unknown. */
  function joinsInto(node: Node): string {
    const own = datacenterOf(node);
    const votes = new Map<string, number>();
    for (const { target } of peers.entries(node)) {
      const peer = target.kind === 'host' ? peers.find(target, node) : undefined;
      if (peer && peer !== node) votes.set(datacenterOf(peer), (votes.get(datacenterOf(peer)) ?? 0) + 1);
    }
    const total = [...votes.values()].reduce((sum, n) => sum + n, 0);
    return [...votes].find(([, n]) => n * 2 > total)?.[0] ?? own;
  }
}

/** False for a server that may be several, and where it cannot be read whether it is a server. */
const isKnown = (node: Node): boolean =>
  (!isServer(node) || isOneMachine(node)) &&
  !isMistyped(node, 'server') &&
  !node.files.some(({ refused }) => refused);

/** Consul lower-cases datacenter names. */
export const datacenterOf = (node: Node): string => (node.config.string('datacenter') || 'dc1').toLowerCase();

function areOnlyCompleteTogether(groups: ReadonlyMap<string, readonly Node[]>): boolean {
  const servers = [...groups.values()]
    .map((nodes) => nodes.filter(isVoter))
    .filter((voters) => voters.length > 0);
  const total = servers.reduce((sum, voters) => sum + voters.length, 0);
  return servers.length > 1 && servers.flat().every((server) => bootstrapExpect(server.config) === total);
}

/** The datacenter of most agents; where two have as many, that of more servers, which clients follow. */
function meant(groups: ReadonlyMap<string, readonly Node[]>): string {
  const sizes = [...groups].map(([name, members]) => ({
    name,
    agents: members.length,
    servers: members.filter(isServer).length,
  }));
  return sizes.sort((a, b) => b.agents - a.agents || b.servers - a.servers)[0]?.name ?? '';
}
