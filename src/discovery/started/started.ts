/** Nodes and clusters of the agents that files start, whichever reader found them. */
import { dirname } from 'node:path';
import type { ConfigFile } from '../../model/load/file.ts';
import { makeAgent } from '../../model/load/load.ts';
import { nearestModelled } from '../../options/releases/older.ts';
import { defaultVersion } from '../../options/releases/versions.ts';
import type { StartedAgent, World } from '../../sources/source.ts';
import { bootstrapsAlone } from '../../subjects/agent/predicates.ts';
import type { Estate } from '../../subjects/cluster/clusters.ts';
import { peersOf } from '../../subjects/cluster/peers.ts';
import type { Deployment, Node } from '../../subjects/subjects.ts';
import { readFlags } from '../../subjects/unit/flags.ts';
import { inFile } from '../../text/source/embedded.ts';
import { type Span, spanOf } from '../../text/source/source.ts';
import { objectValue, stringValue } from '../../text/tree/make.ts';
import { groupBy } from '../../util/collections.ts';
import { DisjointSets } from '../../util/disjoint-sets.ts';
import { plural } from '../../util/text.ts';
import { kindOf } from '../kinds/evidence.ts';
import { Deployments, mentions } from '../machine/deployments.ts';
import type { LoadSession } from '../node-sources.ts';
import { isLoaderDirectory, isNamedAfterConsul } from '../paths.ts';
import { readAll, readConfig } from './config-files.ts';
import { type Operated, operatedNextTo } from './operators.ts';
import { templateEstates } from './templates.ts';

export interface Started {
  readonly estates: readonly Estate[];
  /** Files that these agents read, and those that start them: nothing else is to be made of them. */
  readonly claimed: ReadonlySet<string>;
  readonly grouping: readonly string[];
}

/**
 * @param root the directory below which files may be looked for
 * @param isTaken files that the settings give to nodes
 */
export function startedNodes(
  worlds: readonly World[],
  session: LoadSession,
  root: string,
  isTaken: (path: string) => boolean,
): Started {
  const claimed = new Set<string>();
  const grouping: string[] = [];
  const estates: Estate[] = [];
  for (const [file, made] of templateEstates(worlds, session)) {
    if (made.length === 0 || isTaken(file)) continue;
    estates.push(...made);
    claimed.add(file);
    grouping.push(`${file}: a template (${plural(made.length, 'text')} that it may make)`);
  }
  const near = new Deployments(session.fs, []);
  for (const world of worlds) {
    if (world.agents.length === 0) continue;
    const operated = operatedNextTo(dirname(world.source.file), session.fs);
    const found = world.agents.flatMap(
      (agent) => startedNode(agent, { world, session, operated, near, root }) ?? [],
    );
    if (found.length === 0 || found.some(({ paths }) => paths.some(isTaken))) continue;
    for (const { paths, why } of found) {
      for (const path of paths) claimed.add(path);
      grouping.push(why);
    }
    for (const { file } of world.texts) claimed.add(file);
    const isWhole = !operated.isScaled && isWholeWorld(world, found);
    estates.push(...estatesOf(world, found, isWhole));
  }
  return { estates, claimed, grouping };
}

const estatesOf = (
  { texts, areJoined }: World,
  found: readonly { readonly node: Node; readonly isAlone: boolean }[],
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

function isWholeWorld(
  { kind, isWhole, areJoined }: World,
  found: readonly { readonly node: Node; readonly isKnown: boolean }[],
): boolean {
  // With the network of its host a container is one of a machine, and other machines have files of their own.
  const isOfHost = kind === 'compose' && found.some(({ node }) => node.container?.networks === undefined);
  return isWhole && !isOfHost && (areJoined ?? found.every(({ isKnown }) => isKnown));
}

interface Around {
  readonly world: World;
  readonly session: LoadSession;
  readonly operated: Operated;
  /** What lies near files that start agents and may set options of these. */
  readonly near: Deployments;
  /** The directory below which it is looked for. */
  readonly root: string;
}

/** Undefined where its files are not an agent's. */
function startedNode(agent: StartedAgent, around: Around) {
  const { world, session } = around;
  const { source } = world;
  const release = session.version ?? agent.release ?? session.assumed ?? defaultVersion;
  const version = nearestModelled(release);
  const flags = agent.unit?.flags ?? (agent.words && readFlags(source, agent.words));
  const config = flags
    ? readConfig(
        flags.configPaths.map(({ text }) => text),
        agent,
        version,
        session,
      )
    : readAll(agent, version, session);
  const { files, unknown, absent, mounted } = config;
  if (agent.isFound && !isOfAgent(agent, files)) return undefined;
  const at = agent.at;
  const all = [flags?.dev ? developmentMode(at) : undefined, flags?.under, ...files, flags?.over].filter(
    (file) => file !== undefined,
  );
  const first = agent.container ? undefined : files[0]?.source;
  const made = makeAgent(all, { version, name: agent.name, at: first ? first.span(0, 0) : at });
  const open =
    agent.open ?? openBy(config.isOpen, agent, made.config.get('data_dir') !== undefined, flags?.dev);
  const { container, unit } = agent;
  const node: Node = {
    ...made,
    // In development mode an agent is a server, whatever is written.
    ...(flags?.dev && !agent.unit && { role: 'server' }),
    files,
    host: container || agent.isOfInventory ? (container?.names[0] ?? agent.name) : undefined,
    unit,
    ...(flags && agent.words && { command: { words: agent.words, flags, at } }),
    ...(container && { container: { ...container, absent } }),
    unknown,
    skipped: [],
    tree: undefined,
    machine: undefined,
    mounted,
    facts: session.facts ?? (() => ({ tracked: false, mode: undefined })),
    ...deploymentsOf(agent, around, open),
  };
  const place = `${source.file}:${source.position((container?.at ?? inFile(at)).start).line}`;
  const read = [...mounted.keys()].map((path) => `, ${path}`).join('');
  return {
    node,
    isAlone: agent.isAlone === true,
    paths: [...mounted.keys()],
    isKnown: open === undefined && !flags?.dev,
    why: `${node.name}: ${place}${read} (${whatOf(agent)}${open === undefined ? '' : `; ${open}`})`,
  };
}

/** In a directory that agents read, a file may say little; elsewhere one with keys that no agent knows may be of anything. */
function isOfAgent({ mounts }: StartedAgent, files: readonly ConfigFile[]): boolean {
  const isRead = mounts.some(({ target }) => isLoaderDirectory(dirname(target)));
  const kinds = new Set(files.map(kindOf));
  if (isRead && kinds.has('unclear')) return true;
  const isNamed = isRead || mounts.some(({ target }) => isNamedAfterConsul(target));
  const isForeign = files.some(({ findings }) => findings.some(({ rule }) => rule === 'option/unknown'));
  return (isNamed || !isForeign) && (kinds.has('agent') || kinds.has('definition'));
}

/** Why options may be set that are not in sight. */
function openBy(
  isOpen: boolean,
  { container }: StartedAgent,
  hasDataDir: boolean,
  isDev: boolean | undefined,
): string | undefined {
  if (isOpen) return 'files that it reads are not at hand';
  // Without one no agent starts.
  return container || hasDataDir || isDev ? undefined : 'what sets its data directory is not at hand';
}

function whatOf({ container, image, unit, words, isOfInventory }: StartedAgent): string {
  const of = image === undefined ? '' : `, image ${image}`;
  if (isOfInventory !== undefined) return 'variables of a role';
  if (container?.kind === 'docker') return `a container of the script${of}`;
  if (container) return `the service ${container.name}${of}`;
  if (unit) return 'a unit that the script writes';
  return words ? `a command of the script${of}` : 'files that the script writes';
}

/** What else may set options of it. */
function deploymentsOf(
  agent: StartedAgent,
  { world: { source }, operated, near, root }: Around,
  open: string | undefined,
): Pick<Node, 'deployments'> {
  if (open !== undefined) return { deployments: [mayBeSet(source.file, () => true)] };
  if (agent.written) {
    const rest = without(source.text, agent);
    const others = near.near([dirname(source.file)], root).filter(({ path }) => path !== source.file);
    return { deployments: [mayBeSet(source.file, (option) => mentions(rest, option)), ...others] };
  }
  if (!operated.isJoined) return {};
  return { deployments: [mayBeSet(source.file, (option) => /^(?:retry|start)_join$/.test(option))] };
}

/** A script without what was read of it for this agent. */
function without(text: string, { written = [], words = [] }: StartedAgent): string {
  const read = [...written, ...words.map(({ at }) => at)].map(inFile).sort((a, b) => a.start - b.start);
  let rest = '';
  let at = 0;
  for (const { start, end } of read) {
    rest += `${text.slice(at, Math.max(at, start))}\n`;
    at = Math.max(at, end);
  }
  return rest + text.slice(at);
}

/** What `-dev` sets under everything else, as far as rules about the network ask. */
function developmentMode(at: Span): ConfigFile {
  const value = stringValue('127.0.0.1', at);
  const members = new Map([['bind_addr', { name: 'bind_addr', key: spanOf(at), value }]]);
  return { source: at.source, format: 'hcl', raw: undefined, value: objectValue(members, at), findings: [] };
}

/** Of what is not in sight any option may be set, and a command may join agents. */
const mayBeSet = (path: string, maySet: Deployment['maySet']): Deployment => ({
  path,
  isTemplate: false,
  maySet,
  names: () => false,
});

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
