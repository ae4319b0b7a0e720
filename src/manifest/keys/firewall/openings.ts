/** The ports that an agent listens on for other machines, and which machines need them. */
import { ports } from '../../../options/sections/network/ports.ts';
import { ipFamily, isLoopback } from '../../../util/addresses.ts';
import type { NodeSpecBase } from '../../structure.ts';
import { boolAt, numberAt, stringAt, stringsAt } from '../../values.ts';
import type { Firewall } from './firewall.ts';

/** `cluster`: agents of the datacenter; `wan`: servers of all datacenters; `clients`: others that may use the APIs. */
export type Source = 'cluster' | 'wan' | 'clients';

export interface Opening {
  readonly purpose: string;
  readonly port: number;
  readonly protocols: readonly ('tcp' | 'udp')[];
  readonly from: readonly Source[];
}

type PortName = 'server' | 'serf_lan' | 'serf_wan' | 'http' | 'https' | 'grpc' | 'grpc_tls' | 'dns';

const both = ['tcp', 'udp'] as const;
const tcp = ['tcp'] as const;

/** A port on which an agent may listen for others. */
type Listener = Omit<Opening, 'port'> & { readonly name: PortName };

/** Derived from the whole configuration of the agent: ports that are off or on the loopback only are not included. */
export function openingsOf(spec: NodeSpecBase): Opening[] {
  return listenersOf(spec).flatMap(({ name, purpose, protocols, from }) => {
    const port = numberAt(spec.config, 'ports', name) ?? usualPort(name, spec.role);
    return port > 0 && port < 65_536 ? [{ purpose, port, protocols, from }] : [];
  });
}

function listenersOf(spec: NodeSpecBase): readonly Listener[] {
  const wan = joinsWan(spec);
  const servers: readonly Listener[] = [
    { name: 'server', purpose: 'server RPC', protocols: tcp, from: wan ? ['cluster', 'wan'] : ['cluster'] },
    ...(wan ? [serfWan] : []),
  ];
  return [
    { name: 'serf_lan', purpose: 'gossip', protocols: both, from: ['cluster'] },
    ...(spec.role === 'server' ? servers : []),
    ...apis.filter(({ name }) => isOpen(spec, name)),
  ];
}

const serfWan: Listener = {
  name: 'serf_wan',
  purpose: 'gossip between datacenters',
  protocols: both,
  from: ['wan'],
};

const api = (name: PortName, purpose: string, protocols: Opening['protocols'] = tcp): Listener => ({
  name,
  purpose,
  protocols,
  from: ['cluster', 'clients'],
});

const apis: readonly Listener[] = [
  api('http', 'HTTP'),
  api('https', 'HTTPS'),
  api('grpc', 'gRPC'),
  api('grpc_tls', 'gRPC with TLS'),
  api('dns', 'DNS', both),
];

function usualPort(name: PortName, role: NodeSpecBase['role']): number {
  const usual: unknown = ports()[name]?.default;
  const own = typeof usual === 'object' && usual !== null ? (usual as Record<string, unknown>)[role] : usual;
  return typeof own === 'number' ? own : -1;
}

/** Servers gossip with servers of other datacenters that they are configured to join, unless through mesh gateways. */
function joinsWan({ config, role }: NodeSpecBase): boolean {
  return (
    role === 'server' &&
    boolAt(config, 'connect', 'enable_mesh_gateway_wan_federation') !== true &&
    ['retry_join_wan', 'start_join_wan'].some((key) => stringsAt(config, key).length > 0)
  );
}

/** Whether another machine can connect. An address that only the machine knows is assumed to be reachable. */
function isOpen({ config }: NodeSpecBase, name: PortName): boolean {
  const listens = stringAt(config, 'addresses', name) || stringAt(config, 'client_addr') || '127.0.0.1';
  return listens
    .trim()
    .split(/\s+(?![^{]*\}\})/)
    .some((address) => !isLoopback(address) && !address.startsWith('unix:'));
}

export type Sources = Readonly<Record<Source, readonly string[]>>;

/** The addresses and networks of each, for a datacenter. */
export function sourcesOf(datacenter: string, nodes: readonly NodeSpecBase[], firewall: Firewall): Sources {
  const { cluster, clients } = firewall;
  if (cluster) return { cluster, wan: cluster, clients };
  const peers = nodes.filter((node) => node.datacenter === datacenter);
  const servers = nodes.filter(({ role }) => role === 'server');
  const joined = servers.flatMap(({ config }) =>
    stringsAt(config, 'retry_join_wan').filter((ip) => ipFamily(ip) !== 0),
  );
  return {
    cluster: distinct(peers.map(({ host }) => host)),
    wan: distinct([...servers.map(wanAddress), ...joined]),
    clients,
  };
}

const wanAddress = ({ config, host }: NodeSpecBase): string => {
  const advertised = stringAt(config, 'advertise_addr_wan') ?? '';
  return ipFamily(advertised) ? advertised : host;
};

const distinct = (texts: readonly string[]): string[] => [...new Set(texts)];
