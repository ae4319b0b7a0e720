/**
 * Writes what nodes have in common once: for all, for one role, for a datacenter, for a class. Values go up to the widest
 * group in which every node has one; nodes that differ keep their own, which overrides.
 */

import type { SystemdData } from '../manifest/keys/systemd/schema.ts';
import type { Role } from '../options/option.ts';
import { groupBy } from '../util/collections.ts';
import { type Draft, type DraftDatacenter, type DraftNode, nodesOf, type RoleLeaves } from './draft.ts';
import { type Leaf, type Leaves, namesOf, type Path } from './leaves.ts';

export function lift(draft: Draft): Draft {
  const nodes = nodesOf(draft);
  const configs = new Map(nodes.map((node) => [node, new Map(node.config)]));
  const config = liftRoles(nodes, configs);
  const systemd = commonOf(nodes.map((node) => node.systemd));
  const single = draft.datacenters.length === 1;
  const datacenters = draft.datacenters.map(
    (dc): DraftDatacenter => ({
      ...dc,
      config: single ? dc.config : liftRoles(dc.nodes, configs),
    }),
  );
  const { classes, membership } = classify(configs);
  return {
    ...draft,
    config,
    classes,
    datacenters: datacenters.map((dc) => ({
      ...dc,
      nodes: dc.nodes.map((node) => ({
        ...node,
        classes: membership.get(node) ?? [],
        config: configs.get(node)!,
        systemd: beyond(node.systemd, systemd),
      })),
    })),
    systemd,
  };
}

/** What the units of all nodes say alike, key by key. */
function commonOf(all: readonly SystemdData[]): SystemdData {
  const [first = [], ...others] = all.map((systemd): [string, unknown][] => Object.entries(systemd));
  const isCommon = ([key, value]: [string, unknown]): boolean =>
    others.every((entries) =>
      entries.some(([k, v]) => k === key && JSON.stringify(v) === JSON.stringify(value)),
    );
  return Object.fromEntries(first.filter(isCommon));
}

const beyond = (systemd: SystemdData, common: SystemdData): SystemdData =>
  Object.fromEntries(Object.entries(systemd).filter(([key]) => !(key in common)));

type Configs = ReadonlyMap<DraftNode, Map<Path, Leaf>>;

function liftRoles(nodes: readonly DraftNode[], configs: Configs): RoleLeaves {
  const of = (role: Role): DraftNode[] => nodes.filter((node) => node.role === role);
  const mixed = of('server').length > 0 && of('client').length > 0;
  return {
    common: liftFrom(nodes, configs),
    server: mixed ? liftFrom(of('server'), configs) : new Map(),
    client: mixed ? liftFrom(of('client'), configs) : new Map(),
  };
}

/** Takes from the nodes what most of them say, where all of them say something. */
function liftFrom(nodes: readonly DraftNode[], configs: Configs): Leaves {
  const lifted = new Map<Path, Leaf>();
  const [first, ...others] = nodes.map((node) => configs.get(node)!);
  if (!first) return lifted;
  for (const path of first.keys()) {
    if (!others.every((config) => config.has(path)) || (others.length === 0 && isOwn(path))) continue;
    const common = mostFrequent([first, ...others].map((config) => config.get(path)!));
    if (common) lifted.set(path, common);
  }
  for (const config of [first, ...others])
    for (const [path, { text }] of lifted) if (config.get(path)?.text === text) config.delete(path);
  return lifted;
}

/** More than half of all, so that a common value applies to most nodes. */
function mostFrequent(leaves: readonly Leaf[]): Leaf | undefined {
  const counts = new Map<string, number>();
  for (const { text } of leaves) counts.set(text, (counts.get(text) ?? 0) + 1);
  return leaves.find(({ text }) => counts.get(text)! * 2 > leaves.length);
}

/** Options that distinguish machines stay with the node, even if there is only one. */
function isOwn(path: Path): boolean {
  const [name = ''] = namesOf(path);
  return /^(?:node_name|node_id|node_meta|bind_addr|advertise_.*|serf_.*|services|service|checks|check)$/.test(
    name,
  );
}

interface Classes {
  readonly classes: ReadonlyMap<string, Leaves>;
  readonly membership: ReadonlyMap<DraftNode, readonly string[]>;
}

/** Groups of nodes that share what they have left become classes, where saying it once is shorter. */
function classify(configs: Configs): Classes {
  const classes = new Map<string, Leaves>();
  const membership = new Map<DraftNode, string[]>();
  for (const { nodes, leaves } of sharedLeaves(configs)) {
    if (!isWorthAClass(nodes.length, leaves)) continue;
    const name = classNameFor(nodes, classes);
    classes.set(name, leaves);
    for (const node of nodes) {
      membership.set(node, [...(membership.get(node) ?? []), name]);
      for (const path of leaves.keys()) configs.get(node)!.delete(path);
    }
  }
  return { classes, membership };
}

interface Shared {
  readonly nodes: readonly DraftNode[];
  readonly leaves: Leaves;
}

/** Options that several nodes have, by the nodes that have them. */
function sharedLeaves(configs: Configs): Shared[] {
  const written = [...configs].flatMap(([node, config]) =>
    [...config].map(([path, leaf]) => ({ node, path, leaf })),
  );
  const alike = [...groupBy(written, ({ path, leaf }) => `${path}\0\0${leaf.text}`).values()];
  const shared = alike.filter(({ length }) => length > 1);
  const byNodes = groupBy(shared, (holders) => holders.map(({ node }) => node.name).join());
  return [...byNodes.values()].map((group) => ({
    nodes: group[0]!.map(({ node }) => node),
    leaves: new Map(group.map(([first]) => [first!.path, first!.leaf])),
  }));
}

/** A class costs two lines, and a word at each node. */
function isWorthAClass(nodes: number, leaves: Leaves): boolean {
  const lines = [...leaves.values()].reduce((sum, { text }) => sum + 1 + Math.floor(text.length / 60), 0);
  return (nodes - 1) * lines > 3;
}

/** What the names of its nodes begin with, such as `app` for app1 and app2. */
function classNameFor(nodes: readonly DraftNode[], taken: ReadonlyMap<string, unknown>): string {
  const names = nodes.map(({ name }) => name);
  let prefix = names[0]!;
  for (const name of names) while (!name.startsWith(prefix)) prefix = prefix.slice(0, -1);
  const base = prefix.replace(/[-_.\d]+$/, '') || 'group';
  for (let i = 1; ; i++) {
    const name = i === 1 ? base : `${base}-${i}`;
    if (!taken.has(name)) return name;
  }
}
