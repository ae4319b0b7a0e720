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
import { type Span, spanOf } from '../../text/source/source.ts';
import { objectValue, stringValue } from '../../text/tree/make.ts';
import { groupBy } from '../../util/collections.ts';
import { DisjointSets } from '../../util/disjoint-sets.ts';
import { plural } from '../../util/text.ts';
import type { LoadSession } from '../node-sources.ts';
import { readConfig } from './config-files.ts';
import { type Operated, operatedNextTo } from './operators.ts';
import { templateEstates } from './templates.ts';

export interface Started {
  readonly estates: readonly Estate[];
  /** Files that these agents read, and those that start them: nothing else is to be made of them. */
  readonly claimed: ReadonlySet<string>;
  readonly grouping: readonly string[];
}

/** @param isTaken files that the settings give to nodes */
export function startedNodes(
  worlds: readonly World[],
  session: LoadSession,
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
  for (const world of worlds) {
    if (world.agents.length === 0) continue;
    const operated = operatedNextTo(dirname(world.source.file), session.fs);
    const found = world.agents.map((agent) => startedNode(agent, world, session, operated));
    if (found.some(({ paths }) => paths.some(isTaken))) continue;
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
  found: readonly { readonly node: Node }[],
  complete: boolean,
): readonly Estate[] =>
  apart(found.map(({ node }) => node)).map((nodes, i) => ({
    nodes,
    complete,
    inferred: !areJoined,
    ...(i === 0 && { texts }),
  }));

function isWholeWorld(
  { kind, isWhole, areJoined }: World,
  found: readonly ReturnType<typeof startedNode>[],
): boolean {
  // With the network of its host a container is one of a machine, and other machines have files of their own.
  const isOfHost = kind === 'compose' && found.some(({ node }) => node.container?.networks === undefined);
  return isWhole && !isOfHost && (areJoined ?? found.every(({ isKnown }) => isKnown));
}

function startedNode(agent: StartedAgent, { source }: World, session: LoadSession, { isJoined }: Operated) {
  const release = session.version ?? agent.release ?? session.assumed ?? defaultVersion;
  const version = nearestModelled(release);
  const flags = readFlags(source, agent.words);
  const config = readConfig(
    flags.configPaths.map(({ text }) => text),
    agent,
    version,
    session,
  );
  const { files, unknown, absent, mounted } = config;
  const at = agent.at;
  const all = [flags.dev ? developmentMode(at) : undefined, flags.under, ...files, flags.over].filter(
    (file) => file !== undefined,
  );
  const made = makeAgent(all, { version, name: agent.name, at });
  const open = agent.open ?? (config.isOpen ? 'files that it reads are not at hand' : undefined);
  const node: Node = {
    ...made,
    // In development mode an agent is a server, whatever is written.
    ...(flags.dev && { role: 'server' }),
    files,
    host: agent.container?.names[0] ?? agent.name,
    unit: undefined,
    command: { words: agent.words, flags, at },
    ...(agent.container && { container: { ...agent.container, absent } }),
    unknown,
    skipped: [],
    tree: undefined,
    machine: undefined,
    mounted,
    facts: session.facts ?? (() => ({ tracked: false, mode: undefined })),
    ...(open !== undefined
      ? { deployments: [mayBeSet(source.file, () => true)] }
      : isJoined && {
          deployments: [mayBeSet(source.file, (option) => /^(?:retry|start)_join$/.test(option))],
        }),
  };
  const place = `${source.file}:${source.position((agent.container?.at ?? at).start).line}`;
  const read = [...mounted.keys()].map((path) => `, ${path}`).join('');
  const what = agent.container ? `the service ${agent.container.name}` : 'variables of a role';
  const image = agent.image === undefined ? '' : `, image ${agent.image}`;
  return {
    node,
    paths: [...mounted.keys()],
    isKnown: open === undefined && !flags.dev,
    why: `${node.name}: ${place}${read} (${what}${image}${open === undefined ? '' : `; ${open}`})`,
  };
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
