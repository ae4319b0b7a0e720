/**
 * What is an error only if files or agents belong together, as a directory suggests and nothing says: a warning, with the
 * condition. What is wrong with a file by itself stays an error.
 */
import { dirname } from 'node:path';
import { type Finding, isError } from '../../finding.ts';
import { makeAgent } from '../../model/load/load.ts';
import { bootstrapExpect, flagsOf, isPlaceholder, isVoter } from '../../subjects/agent/predicates.ts';
import type { Aside, Estate } from '../../subjects/cluster/clusters.ts';
import { ownAddresses, ownNames } from '../../subjects/cluster/peers.ts';
import type { Cluster, Node } from '../../subjects/subjects.ts';
import type { Source } from '../../text/source/source.ts';
import { isDialable } from '../../util/addresses.ts';
import { DisjointSets } from '../../util/disjoint-sets.ts';
import { lowered } from './lowered.ts';

/**
 * The findings of a node for which something near it may set an option that the rule did not find.
 * @param optionsOf the options that a rule looks at
 */
export function certainNear(node: Node, found: readonly Finding[], optionsOf: OptionsOf): readonly Finding[] {
  if ((node.deployments ?? []).length === 0) return found;
  return found.map((finding) => (isError(finding) ? unlessSet(finding, [node], optionsOf) : finding));
}

type OptionsOf = (rule: string) => readonly string[];

/** A warning where one of the nodes does not set an option that something near it mentions. */
function unlessSet(finding: Finding, nodes: readonly Node[], optionsOf: OptionsOf): Finding {
  const advised = finding.fix?.sets ?? [];
  const own = finding.path?.replace(/\[.*$/, '');
  const options = optionsOf(finding.rule).filter(
    (option) => !/[[{]/.test(option) && option !== own && !advised.includes(option),
  );
  for (const { config, deployments = [] } of nodes)
    for (const option of options) {
      const setter = config.get(option) === undefined && deployments.find(({ maySet }) => maySet(option));
      if (setter) return lowered(finding, `unless ${setter.path}, or a file that it reads, sets ${option}`);
    }
  return finding;
}

/**
 * The findings of a node whose files only lie side by side: an error stays one where the file has it alone too, and what follows
 * from several of them has the condition.
 * @param lintAlone what the same rules report of another node
 */
export function certainIn(
  node: Node,
  found: readonly Finding[],
  lintAlone: (node: Node) => readonly Finding[],
): readonly Finding[] {
  if (!node.isAssembled || node.files.length < 2) return found;
  const condition = `if one agent reads the files of ${directoryOf(node)}`;
  const alone = new Map<Source, readonly Finding[]>();
  const findingsOf = (source: Source): readonly Finding[] => {
    const known = alone.get(source) ?? lintAlone(onlyWith(node, source)).filter(isError);
    alone.set(source, known);
    return known;
  };
  return found.map((finding) => {
    if (isOfSeveral(finding, node)) return lowered(finding, condition);
    if (!isError(finding)) return finding;
    const isOwn = findingsOf(finding.at.source).some(
      ({ rule, at }) => rule === finding.rule && at.start === finding.at.start,
    );
    return isOwn ? finding : lowered(finding, condition);
  });
}

/** A warning about what one file sets and another one too. */
const isOfSeveral = ({ rule, severity, message, at, related = [] }: Finding, { files }: Node): boolean =>
  severity === 'warning' &&
  !message.startsWith('unless ') &&
  (rule.startsWith('merge/') ||
    related.some(
      ({ at: { source } }) => source !== at.source && files.some((file) => file.source === source),
    ));

/** The node as it would be with one of its files. */
function onlyWith(node: Node, source: Source): Node {
  const files = node.files.filter((file) => file.source === source);
  const flags = flagsOf(node);
  const all = [flags?.under, ...files, flags?.over].filter((file) => file !== undefined);
  return { ...node, ...makeAgent(all, { version: node.version, name: node.name }), files };
}

const directoryOf = ({ files }: Node): string => dirname(files[0]!.source.file);

/** The findings of a cluster: those about agents that no join list connects are not certain, unless something declares it. */
export function certainAmong(
  { inferred }: Estate,
  cluster: Cluster,
  found: readonly Finding[],
  optionsOf: OptionsOf,
): readonly Finding[] {
  if (inferred !== true || !found.some(isError)) return found;
  const sets = linked(cluster);
  return found.map((finding) => {
    if (!isError(finding)) return finding;
    if (areLinked(finding, cluster, sets)) return unlessSet(finding, meantBy(finding, cluster), optionsOf);
    return lowered(finding, 'if these agents are one cluster, which their join lists do not show');
  });
}

/** Agents of which one joins the other, that join the same or have the same gossip key, and as many servers as they expect. */
function linked({ agents, servers, peers }: Cluster): DisjointSets<Node> {
  const sets = new DisjointSets<Node>();
  const joining = new Map<string, Node>();
  const unite = (name: string, node: Node): void => {
    const other = joining.get(name);
    if (other) sets.unite(node, other);
    else joining.set(name, node);
  };
  const voters = servers.filter(isVoter);
  const areAll = voters.length > 2 && voters.every(({ config }) => bootstrapExpect(config) === voters.length);
  if (areAll) for (const voter of voters) sets.unite(voters[0]!, voter);
  for (const node of agents) {
    const key = node.config.string('encrypt');
    if (key && !isPlaceholder(key)) unite(`the key ${key}`, node);
    // A name or an address that a node has; which of them an address without an owner means is a guess.
    for (const name of [...ownNames(node), ...ownAddresses(node), ...(node.container?.sharedNames ?? [])])
      unite(labelOf(name), node);
    for (const { target, text } of peers.entries(node))
      unite(target.kind === 'host' ? labelOf(target.host) : text, node);
  }
  return sets;
}

const labelOf = (name: string): string => (isDialable(name) ? name : name.toLowerCase().split('.', 1)[0]!);

/** True where the agents that a finding points at reach each other; one of them alone has to reach any. */
function areLinked(finding: Finding, cluster: Cluster, sets: DisjointSets<Node>): boolean {
  const { agents } = cluster;
  const places = placesOf(finding);
  const known = new Set(agents.flatMap(sourcesOf));
  // A rule that points at another cluster has found the link itself.
  if (places.some((source) => !known.has(source))) return true;
  const homes = new Set(meantBy(finding, cluster).map((node) => sets.find(node)));
  if (homes.size !== 1) return false;
  const [home] = homes;
  return agents.filter((node) => sets.find(node) === home).length > 1;
}

const placesOf = ({ at, related = [] }: Finding): readonly Source[] =>
  [at, ...related.map((other) => other.at)].map(({ source }) => source);

function meantBy(finding: Finding, { agents }: Cluster): readonly Node[] {
  const places = placesOf(finding);
  return agents.filter((node) => sourcesOf(node).some((source) => places.includes(source)));
}

const sourcesOf = ({ files, unit, command }: Node): readonly Source[] =>
  [...files.map(({ source }) => source), unit?.start.at.source, command?.at.source].filter(
    (source) => source !== undefined,
  );

/**
 * Files that lie where tests or copies of other projects do may be read by no agent, and what only the community edition refuses
 * is not certain where something says Enterprise.
 */
export function certainOf(estate: Estate, findings: readonly Finding[]): readonly Finding[] {
  return findings.map((finding) => {
    if (!isError(finding)) return finding;
    const aside = estate.asideOf?.(finding.at.source.file);
    if (aside) return lowered(finding, reasons[aside]);
    if (!/\bcommunity edition\b|\bConsul Enterprise\b/.test(finding.message)) return finding;
    const isKnown = !estate.mayBeEnterprise?.() || isOfCommunity(finding, estate);
    const hasCondition = finding.message.includes('unless you run Enterprise');
    return isKnown ? finding : lowered(finding, hasCondition ? undefined : 'unless you run Enterprise');
  });
}

/** Its agent runs in an image of this edition. */
const isOfCommunity = ({ at }: Finding, { nodes }: Estate): boolean =>
  nodes.some((node) => node.container?.edition === 'community' && sourcesOf(node).includes(at.source));

const reasons: Readonly<Record<Aside, string>> = {
  tests: 'unless it is wrong on purpose, as files of tests may be',
  copy: 'unless it is of a copy of another project, as the name of its directory says',
};
