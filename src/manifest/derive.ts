/**
 * What nobody should have to say, since it follows from who is in the cluster. Every value carries its reason, yields
 * to what the manifest says, and vanishes where the manifest says null.
 */
import { isIP } from 'node:net';
import type { ObjectValue } from '../text/tree/value.ts';
import type { ManifestNode } from './manifest.ts';
import type { Setting } from './presets/preset.ts';
import { at, boolAt, numberAt, stringAt, stringsAt } from './values.ts';

/** The nodes of one datacenter. */
export interface Group {
  readonly datacenter: string;
  readonly members: readonly Member[];
  readonly servers: readonly Member[];
  /** Servers that are waited for: read replicas are not, since they do not vote. */
  readonly voters: number;
  /** Servers that vote in the long run: one of each redundancy zone, where there are zones. */
  readonly quorum: number;
}

export interface Member {
  readonly node: ManifestNode;
  /** What the manifest says for it, all layers. */
  readonly config: ObjectValue;
  readonly target: Target;
}

/** How its peers call it. */
interface Target {
  /** An IP address where one is known, else its name. */
  readonly host: string;
  /** As a join list has it: with the port where gossip was moved to another. */
  readonly lan: string;
  readonly wan: string;
  /** For requests to a server: with the port where that was moved. */
  readonly rpc: string;
}

export function groupOf(datacenter: string, members: readonly Omit<Member, 'target'>[]): Group {
  const known = members.map((member) => ({ ...member, target: targetOf(member) }));
  const servers = known.filter(({ node }) => node.role === 'server');
  return {
    datacenter,
    members: known,
    servers,
    ...votersOf(servers.map(({ config }) => config).filter(isVoter)),
  };
}

/** With `autopilot.redundancy_zone_tag` (Enterprise) all help to elect the first leader; then one of each zone votes. */
function votersOf(voting: readonly ObjectValue[]): Pick<Group, 'voters' | 'quorum'> {
  const zones = voting.map((config) => {
    const tag = stringAt(config, 'autopilot', 'redundancy_zone_tag');
    return tag ? stringAt(config, 'node_meta', tag) : undefined;
  });
  const known = new Set(zones.filter((zone) => zone !== undefined));
  const zoneless = zones.filter((zone) => zone === undefined).length;
  return { voters: voting.length, quorum: known.size + zoneless };
}

/** Read replicas (Enterprise) follow the log and do not vote. */
export const isVoter = (config: ObjectValue): boolean =>
  boolAt(config, 'read_replica') !== true && boolAt(config, 'non_voting_server') !== true;

/** The settings of one node, in the order in which its file shows them. */
export function derive(member: Member, group: Group, groups: readonly Group[]): Setting[] {
  const { node } = member;
  const settings: Setting[] = [
    { path: 'node_name', value: node.name, why: 'the name in the manifest' },
    { path: 'datacenter', value: group.datacenter, why: 'the datacenter in the manifest' },
    ...primary(groups),
    { path: 'server', value: node.role === 'server', why: `listed under ${node.role}s` },
    ...bootstrap(member, group),
    ...minQuorum(member, group),
    {
      path: 'data_dir',
      value: '/var/lib/consul',
      why: 'the default of consul-cfg, where distributions keep state',
    },
    ...addresses(member),
    ...join(member, group),
    ...joinWan(member, group, groups),
  ];
  return settings;
}

function primary(groups: readonly Group[]): Setting[] {
  const first = groups[0];
  if (!first || groups.length < 2) return [];
  const why = 'the first datacenter of the manifest rules over ACLs, intentions and the mesh CA';
  return [{ path: 'primary_datacenter', value: first.datacenter, why }];
}

function bootstrap({ node, config }: Member, group: Group): Setting[] {
  if (node.role !== 'server' || group.voters === 0 || boolAt(config, 'bootstrap') === true) return [];
  const why = `${group.voters} voting ${group.voters === 1 ? 'server is' : 'servers are'} in ${group.datacenter}`;
  return [{ path: 'bootstrap_expect', value: group.voters, why }];
}

/** Of one or two servers none may be lost anyway. */
function minQuorum({ node }: Member, { quorum }: Group): Setting[] {
  if (node.role !== 'server' || quorum < 3) return [];
  const why = 'cleaning up dead servers must not shrink the cluster below the majority of its intended size';
  return [{ path: 'autopilot.min_quorum', value: Math.floor(quorum / 2) + 1, why }];
}

const ownAddress = '{{ GetPrivateIP }}';

/** An agent that is told no address refuses to start on a host with several private ones, such as one with Docker. */
function addresses({ node, config }: Member): Setting[] {
  const { address } = node;
  const known = address && address.kind !== 'name';
  const value = known ? address.text : ownAddress;
  const why = known
    ? "the node's address in the manifest"
    : 'no address is in the manifest; without one an agent refuses hosts with several private addresses';
  const bind: Setting = { path: 'bind_addr', value, why };
  const bound = stringAt(config, 'bind_addr');
  const mustAdvertise =
    bound !== undefined && isAnyAddress(bound) && at(config, 'advertise_addr') === undefined;
  return mustAdvertise ? [bind, { path: 'advertise_addr', value, why: `bind_addr is ${bound}` }] : [bind];
}

const isAnyAddress = (text: string): boolean => ['0.0.0.0', '::', '[::]'].includes(text.trim());

function join({ node }: Member, group: Group): Setting[] {
  const others = group.servers.filter((server) => server.node !== node);
  if (others.length > 0) {
    const why = node.role === 'server' ? 'the other servers' : `the servers of ${group.datacenter}`;
    return [{ path: 'retry_join', value: others.map(({ target }) => target.lan), why }];
  }
  const alone = group.servers[0];
  if (!alone) return [];
  const why = 'alone, it joins itself, so that systemd learns that it is ready';
  return [{ path: 'retry_join', value: [alone.target.lan], why }];
}

function joinWan({ node, config }: Member, group: Group, groups: readonly Group[]): Setting[] {
  const throughGateways =
    boolAt(config, 'connect', 'enable_mesh_gateway_wan_federation') === true ||
    stringsAt(config, 'primary_gateways').length > 0;
  if (node.role !== 'server' || throughGateways) return [];
  const value = groups
    .filter((other) => other !== group)
    .flatMap(({ servers }) => servers.map((s) => s.target.wan));
  return value.length > 0
    ? [{ path: 'retry_join_wan', value, why: 'the servers of the other datacenters' }]
    : [];
}

function targetOf({ node, config }: Omit<Member, 'target'>): Target {
  const host =
    literalIp(config, 'advertise_addr') ?? addressOf(node) ?? literalIp(config, 'bind_addr') ?? node.name;
  const wanHost = literalIp(config, 'advertise_addr_wan') ?? host;
  return {
    host,
    lan: withPort(host, numberAt(config, 'ports', 'serf_lan'), 8301),
    wan: withPort(wanHost, numberAt(config, 'ports', 'serf_wan'), 8302),
    rpc: withPort(host, numberAt(config, 'ports', 'server'), 8300),
  };
}

const addressOf = ({ address }: ManifestNode): string | undefined =>
  address && address.kind !== 'template' ? address.text : undefined;

function literalIp(config: ObjectValue, key: string): string | undefined {
  const text = stringAt(config, key)?.trim();
  return text !== undefined && isIP(text) !== 0 && !isAnyAddress(text) ? text : undefined;
}

function withPort(host: string, port: number | undefined, usual: number): string {
  const name = isIP(host) === 6 ? `[${host}]` : host;
  return port === undefined || port === usual ? name : `${name}:${port}`;
}
