/**
 * Options that follow from the nodes of the manifest. Each has its reason; what the manifest writes overrides it, and
 * null removes it.
 */

import { isAnyAddress } from '../util/addresses.ts';
import { lanAddress, wanAddress } from './cluster.ts';
import type { Setting } from './keys/key.ts';
import type { ClusterSpec, NodeSpecBase } from './structure.ts';
import { at, boolAt, stringAt, stringsAt } from './values.ts';

/** The settings of one node, in the order in which its file shows them. */
export function derive(
  node: NodeSpecBase,
  cluster: ClusterSpec,
  clusters: readonly ClusterSpec[],
): Setting[] {
  const settings: Setting[] = [
    { path: 'node_name', value: node.name, why: 'the name in the manifest' },
    { path: 'datacenter', value: cluster.datacenter, why: 'the datacenter in the manifest' },
    ...primary(clusters),
    { path: 'server', value: node.role === 'server', why: `listed under ${node.role}s` },
    ...bootstrap(node, cluster),
    ...minQuorum(node, cluster),
    {
      path: 'data_dir',
      value: '/var/lib/consul',
      why: 'the default of consul-cfg, where distributions keep state',
    },
    ...addresses(node),
    ...join(node, cluster),
    ...joinWan(node, cluster, clusters),
  ];
  return settings;
}

function primary(clusters: readonly ClusterSpec[]): Setting[] {
  const [first] = clusters;
  if (!first || clusters.length < 2) return [];
  const why = 'the first datacenter of the manifest owns ACLs, intentions and the mesh CA';
  return [{ path: 'primary_datacenter', value: first.datacenter, why }];
}

function bootstrap({ role, config }: NodeSpecBase, { datacenter, voters }: ClusterSpec): Setting[] {
  if (role !== 'server' || voters === 0 || boolAt(config, 'bootstrap') === true) return [];
  const why = `${voters} voting ${voters === 1 ? 'server is' : 'servers are'} in ${datacenter}`;
  return [{ path: 'bootstrap_expect', value: voters, why }];
}

/** One or two servers tolerate no loss in any case. */
function minQuorum({ role }: NodeSpecBase, { quorum }: ClusterSpec): Setting[] {
  if (role !== 'server' || quorum < 3) return [];
  const why = 'cleaning up dead servers must not shrink the cluster below the majority of its intended size';
  return [{ path: 'autopilot.min_quorum', value: Math.floor(quorum / 2) + 1, why }];
}

const ownAddress = '{{ GetPrivateIP }}';

/** An agent without a configured address refuses to start on a host with several private ones, such as one with Docker. */
function addresses({ address, config }: NodeSpecBase): Setting[] {
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

function join(node: NodeSpecBase, { datacenter, servers }: ClusterSpec): Setting[] {
  const others = servers.filter((server) => server !== node);
  if (others.length > 0) {
    const why = node.role === 'server' ? 'the other servers' : `the servers of ${datacenter}`;
    return [{ path: 'retry_join', value: others.map(lanAddress), why }];
  }
  const [alone] = servers;
  if (!alone) return [];
  const why = 'a lone server joins itself, because an agent notifies systemd only after a join';
  return [{ path: 'retry_join', value: [lanAddress(alone)], why }];
}

function joinWan(
  { role, config }: NodeSpecBase,
  cluster: ClusterSpec,
  clusters: readonly ClusterSpec[],
): Setting[] {
  const throughGateways =
    boolAt(config, 'connect', 'enable_mesh_gateway_wan_federation') === true ||
    stringsAt(config, 'primary_gateways').length > 0;
  if (role !== 'server' || throughGateways) return [];
  const value = clusters
    .filter((other) => other !== cluster)
    .flatMap(({ servers }) => servers.map(wanAddress));
  return value.length > 0
    ? [{ path: 'retry_join_wan', value, why: 'the servers of the other datacenters' }]
    : [];
}
