/** The nodes of a datacenter seen together: who votes, and how they reach each other. */
import type { ObjectValue } from '../text/tree/value.ts';
import { ipFamily, isAnyAddress } from '../util/addresses.ts';
import type { ClusterSpec, NodeLayer, NodeSpecBase } from './structure.ts';
import { boolAt, numberAt, stringAt } from './values.ts';

export function clusterOf(datacenter: string, nodes: readonly NodeSpecBase[]): ClusterSpec {
  const servers = nodes.filter(({ role }) => role === 'server');
  const voting = servers.map(({ config }) => config).filter(isVoter);
  return { datacenter, nodes, servers, voters: voting.length, quorum: quorumOf(voting) };
}

/** With `autopilot.redundancy_zone_tag` (Enterprise) all help to elect the first leader; then one of each zone votes. */
function quorumOf(voting: readonly ObjectValue[]): number {
  const zones = voting.map((config) => {
    const tag = stringAt(config, 'autopilot', 'redundancy_zone_tag');
    return tag ? stringAt(config, 'node_meta', tag) : undefined;
  });
  const known = new Set(zones.filter((zone) => zone !== undefined));
  const zoneless = zones.filter((zone) => zone === undefined).length;
  return known.size + zoneless;
}

/** Read replicas (Enterprise) follow the log and do not vote. */
export const isVoter = (config: ObjectValue): boolean =>
  boolAt(config, 'read_replica') !== true && boolAt(config, 'non_voting_server') !== true;

/** How its peers reach a node: its IP address if one is known, otherwise its name. */
export const hostOf = ({ name, address }: NodeLayer, config: ObjectValue): string =>
  literalIp(config, 'advertise_addr') ??
  (address && address.kind !== 'template' ? address.text : undefined) ??
  literalIp(config, 'bind_addr') ??
  name;

/** As `retry_join` names a node: with the port if `ports.serf_lan` is not the default. */
export const lanAddress = ({ host, config }: NodeSpecBase): string =>
  withPort(host, numberAt(config, 'ports', 'serf_lan'), 8301);

/** As `retry_join_wan` names a server. */
export const wanAddress = ({ host, config }: NodeSpecBase): string =>
  withPort(literalIp(config, 'advertise_addr_wan') ?? host, numberAt(config, 'ports', 'serf_wan'), 8302);

/** For requests to a server. */
export const rpcAddress = ({ host, config }: NodeSpecBase): string =>
  withPort(host, numberAt(config, 'ports', 'server'), 8300);

function literalIp(config: ObjectValue, key: string): string | undefined {
  const text = stringAt(config, key)?.trim();
  return text !== undefined && ipFamily(text) !== 0 && !isAnyAddress(text) ? text : undefined;
}

function withPort(host: string, port: number | undefined, usual: number): string {
  const name = ipFamily(host) === 6 ? `[${host}]` : host;
  return port === undefined || port === usual ? name : `${name}:${port}`;
}
