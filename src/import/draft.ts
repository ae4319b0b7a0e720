/** A manifest in the making: plain enough to be changed, and turned into text only at the end. */

import type { SystemdData } from '../manifest/keys/systemd/schema.ts';
import { isReference } from '../manifest/secrets/references.ts';
import { agent } from '../options/agent.ts';
import type { Role } from '../options/option.ts';
import { objectValue, stringValue } from '../text/tree/make.ts';
import { nowhere, toPlain, type Value } from '../text/tree/value.ts';
import { type Leaves, objectOf } from './leaves.ts';

export interface Draft {
  readonly consul: string;
  readonly format: 'json' | 'hcl';
  readonly profile: readonly string[];
  readonly config: RoleLeaves;
  readonly classes: ReadonlyMap<string, Leaves>;
  readonly datacenters: readonly DraftDatacenter[];
  readonly systemd: SystemdData;
}

export interface RoleLeaves {
  readonly common: Leaves;
  readonly server: Leaves;
  readonly client: Leaves;
}

export interface DraftDatacenter {
  readonly name: string;
  readonly config: RoleLeaves;
  readonly nodes: readonly DraftNode[];
}

export interface DraftNode {
  readonly name: string;
  readonly role: Role;
  readonly address: string | undefined;
  readonly classes: readonly string[];
  readonly config: Leaves;
  readonly systemd: SystemdData;
}

export const noLeaves: RoleLeaves = { common: new Map(), server: new Map(), client: new Map() };

export const nodesOf = ({ datacenters }: Draft): DraftNode[] => datacenters.flatMap(({ nodes }) => nodes);

export const withNodes = (draft: Draft, change: (node: DraftNode) => DraftNode): Draft => ({
  ...draft,
  datacenters: draft.datacenters.map((datacenter) => ({
    ...datacenter,
    nodes: datacenter.nodes.map(change),
  })),
});

export type PlainMap = { [name: string]: unknown };

/** As data, with the keys in the order in which a person would write them. */
export function plainDraft(draft: Draft): PlainMap {
  const [first, ...more] = draft.datacenters;
  const single = first && more.length === 0;
  return {
    consul: draft.consul,
    ...(single && { datacenter: first.name }),
    ...(draft.profile.length > 0 && {
      profile: draft.profile.length === 1 ? draft.profile[0] : draft.profile,
    }),
    ...(draft.format !== 'json' && { format: draft.format }),
    ...(single ? plainNodes(first) : {}),
    ...(!single && {
      datacenters: Object.fromEntries(draft.datacenters.map((dc) => [dc.name, plainDatacenter(dc)])),
    }),
    ...plainConfig(single ? joined(draft.config, first.config) : draft.config),
    ...(draft.classes.size > 0 && {
      classes: Object.fromEntries(
        [...draft.classes].map(([name, leaves]) => [name, { config: plainLeaves(leaves) }]),
      ),
    }),
    ...(Object.keys(draft.systemd).length > 0 && { systemd: draft.systemd }),
  };
}

/** With one datacenter, what holds for it holds for all; later leaves win. */
const joined = (a: RoleLeaves, b: RoleLeaves): RoleLeaves => ({
  common: new Map([...a.common, ...b.common]),
  server: new Map([...a.server, ...b.server]),
  client: new Map([...a.client, ...b.client]),
});

const plainDatacenter = (datacenter: DraftDatacenter): PlainMap => ({
  ...plainNodes(datacenter),
  ...plainConfig(datacenter.config),
});

function plainNodes({ nodes }: DraftDatacenter): PlainMap {
  const of = (role: Role) => nodes.filter((node) => node.role === role);
  return {
    ...(of('server').length > 0 && { servers: plainGroup(of('server')) }),
    ...(of('client').length > 0 && { clients: plainGroup(of('client')) }),
  };
}

/** A list of names where there is nothing else to say. */
function plainGroup(nodes: readonly DraftNode[]): unknown {
  const entries = nodes.map((node): [string, PlainMap] => [node.name, plainNode(node)]);
  if (entries.every(([, node]) => Object.keys(node).length === 0)) return entries.map(([name]) => name);
  return Object.fromEntries(
    entries.map(([name, node]) => [name, Object.keys(node).length === 0 ? null : node]),
  );
}

const plainNode = ({ address, classes, config, systemd }: DraftNode): PlainMap => ({
  ...(address !== undefined && { address }),
  ...(classes.length > 0 && { class: classes.length === 1 ? classes[0] : classes }),
  ...(config.size > 0 && { config: plainLeaves(config) }),
  ...(Object.keys(systemd).length > 0 && { systemd }),
});

const plainConfig = ({ common, server, client }: RoleLeaves): PlainMap => ({
  ...(common.size > 0 && { config: plainLeaves(common) }),
  ...(server.size > 0 && { server_config: plainLeaves(server) }),
  ...(client.size > 0 && { client_config: plainLeaves(client) }),
});

/** In the order in which the option table has them. */
function plainLeaves(leaves: Leaves): PlainMap {
  const plain = toPlain(spelled(objectOf(leaves, nowhere))) as PlainMap;
  const place = (name: string): number => places.get(name) ?? places.size;
  return Object.fromEntries(Object.entries(plain).sort(([a], [b]) => place(a) - place(b)));
}

const places = new Map(Object.keys(agent).map((name, i) => [name, i]));

/** References as a manifest spells them. */
function spelled(value: Value): Value {
  if (isReference(value) && value.reference.kind === 'file') {
    const file = stringValue(value.reference.path, nowhere);
    return objectValue(new Map([['file', { name: 'file', key: nowhere, value: file }]]), nowhere);
  }
  if (value.kind === 'list') return { ...value, items: value.items.map(spelled) };
  if (value.kind !== 'object') return value;
  const members = [...value.members].map(
    ([name, member]) => [name, { ...member, value: spelled(member.value) }] as const,
  );
  return { ...value, members: new Map(members) };
}
