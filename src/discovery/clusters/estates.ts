/** Which of the nodes that were found belong together: machines side by side, and nodes that join each other. */
import { dirname } from 'node:path';
import { isRoleName } from '../../subjects/agent/predicates.ts';
import { datacenterOf, type Estate } from '../../subjects/cluster/clusters.ts';
import { joinEntries } from '../../subjects/cluster/join.ts';
import type { Deployment, Node } from '../../subjects/subjects.ts';
import { groupBy } from '../../util/collections.ts';
import { DisjointSets } from '../../util/disjoint-sets.ts';
import type { Located } from '../located.ts';
import { type SharedFiles, sharedFiles } from '../machine/shared-files.ts';
import { isHostName } from './host-names.ts';
import { joinLinks } from './join-links.ts';

export interface Grouped {
  readonly estates: readonly Estate[];
  /** The groups, in the same order, and why their nodes are linted together. */
  readonly groups: readonly { readonly located: readonly Located[]; readonly why: string }[];
}

/** @param deploymentsNear what may set options of the nodes of these directories */
export function group(
  located: readonly Located[],
  deploymentsNear: (directories: readonly string[]) => readonly Deployment[],
): Grouped {
  const sets = new DisjointSets<Located>();
  const shared = sharedFiles(located, deploymentsNear);
  const agents = located.filter((one) => !shared.areParts(one));
  uniteHosts(agents, sets);
  uniteRoles(agents, sets);
  const joined = uniteJoined(agents, sets);
  const groups = [...groupBy(located, (one) => sets.find(one)).values()];
  return {
    estates: groups.map((members) =>
      estateOf(
        members,
        deploymentsNear(members.map(({ path }) => path)),
        shared,
        members.some((one) => joined.has(one)),
      ),
    ),
    groups: groups.map((members) => ({
      located: members,
      why: members.some((one) => joined.has(one)) ? 'their join lists name each other' : 'hosts side by side',
    })),
  };
}

/** Hosts of one directory are a cluster; what has the name of an environment or an example is one of its own. */
function uniteHosts(located: readonly Located[], sets: DisjointSets<Located>): void {
  for (const [, siblings] of groupBy(located, ({ path, isNamed, isPicked }) =>
    isNamed || isPicked ? '' : dirname(path),
  )) {
    const [first, ...others] = siblings.filter(isHost);
    for (const other of others) sets.unite(first!, other);
  }
  for (const [mark, members] of groupBy(located, ({ together }) => together))
    if (mark !== undefined) for (const other of members) sets.unite(members[0]!, other);
}

/** `server/` and `client/` side by side that join the same: the roles of one cluster. */
function uniteRoles(located: readonly Located[], sets: DisjointSets<Located>): void {
  const roles = located.filter((one) => !one.isChoice && isRoleName(nameOf(one)));
  for (const siblings of groupBy(roles, ({ path }) => dirname(path)).values())
    for (const one of siblings)
      for (const other of siblings)
        if (one.node.role !== other.node.role && joinTheSame(one, other)) sets.unite(one, other);
}

function joinTheSame({ node: a }: Located, { node: b }: Located): boolean {
  const targets = (node: Node): readonly string[] => joinEntries(node.config).map(({ text }) => text);
  const others = new Set(targets(b));
  return datacenterOf(a) === datacenterOf(b) && targets(a).some((text) => others.has(text));
}

const isHost = (one: Located): boolean => !one.isChoice && isHostName(nameOf(one), one);

const nameOf = ({ path }: Located): string => path.split('/').at(-1) ?? path;

/** Nodes of which one joins the other; never copies of a cluster, whose nodes have the same names. */
function uniteJoined(located: readonly Located[], sets: DisjointSets<Located>): ReadonlySet<Located> {
  const joined = new Set<Located>();
  for (const { from, to } of joinLinks(located)) {
    if (sets.find(from) !== sets.find(to) && areCopies(from, to, located, sets)) continue;
    sets.unite(from, to);
    joined.add(from);
    joined.add(to);
  }
  return joined;
}

function areCopies(
  a: Located,
  b: Located,
  located: readonly Located[],
  sets: DisjointSets<Located>,
): boolean {
  const names = (one: Located): ReadonlySet<string> =>
    new Set(
      located
        .filter((other) => sets.find(other) === sets.find(one))
        .flatMap(({ node }) => node.config.string('node_name')?.toLowerCase() || []),
    );
  const others = names(b);
  return [...names(a)].some((name) => others.has(name));
}

function estateOf(
  members: readonly Located[],
  near: readonly Deployment[],
  shared: SharedFiles,
  areJoined: boolean,
): Estate {
  const nodes = members.map((one) => {
    const deployments = [...near, ...shared.around(one)];
    return deployments.length > 0 ? { ...one.node, deployments } : one.node;
  });
  // Files of one directory that do not join each other may be of any cluster.
  const areFound = areJoined || members.some(({ isPart }) => !isPart);
  const isWhole = areFound && members.every(({ isPicked, isChoice }) => !isPicked && !isChoice);
  return {
    nodes,
    complete: nodes.length > 1 && isWhole && near.every(({ holdsOnlySecrets }) => holdsOnlySecrets),
    inferred: true,
  };
}
