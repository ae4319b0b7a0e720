/** The ports that an agent listens on for others, and who those others are. */
import { isIP } from 'node:net';
import type { Firewall } from '../../manifest/firewall/firewall.ts';
import type { NodeSpec } from '../../manifest/node.ts';
import { boolAt, numberAt, stringAt, stringsAt } from '../../manifest/values.ts';
import { ports } from '../../options/sections/ports.ts';
import { isLoopback } from '../endpoint.ts';

/** `cluster`: agents of the datacenter; `wan`: servers of all datacenters; `clients`: who else may use the APIs. */
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

/** By the configuration that the agent will have: a port that is off, or on the loopback alone, is none. */
export function openingsOf(spec: NodeSpec): Opening[] {
  const wan = meetsOthers(spec);
  const servers: Opening[] = [
    ...opening(spec, 'server', 'server RPC', tcp, wan ? ['cluster', 'wan'] : ['cluster']),
    ...(wan ? opening(spec, 'serf_wan', 'gossip between datacenters', both, ['wan']) : []),
  ];
  return [
    ...opening(spec, 'serf_lan', 'gossip', both, ['cluster']),
    ...(spec.role === 'server' ? servers : []),
    ...apis.flatMap(([name, purpose]) =>
      isOpen(spec, name)
        ? opening(spec, name, purpose, name === 'dns' ? both : tcp, ['cluster', 'clients'])
        : [],
    ),
  ];
}

const apis = [
  ['http', 'HTTP'],
  ['https', 'HTTPS'],
  ['grpc', 'gRPC'],
  ['grpc_tls', 'gRPC with TLS'],
  ['dns', 'DNS'],
] as const;

function opening(
  { config, role }: NodeSpec,
  name: PortName,
  purpose: string,
  protocols: Opening['protocols'],
  from: Opening['from'],
): Opening[] {
  const port = numberAt(config, 'ports', name) ?? usualPort(name, role);
  return port > 0 && port < 65_536 ? [{ purpose, port, protocols, from }] : [];
}

function usualPort(name: PortName, role: NodeSpec['role']): number {
  const usual: unknown = ports()[name]?.default;
  const own = typeof usual === 'object' && usual !== null ? (usual as Record<string, unknown>)[role] : usual;
  return typeof own === 'number' ? own : -1;
}

/** Servers gossip with those of other datacenters when they are told of any, and not through gateways. */
function meetsOthers({ config, role }: NodeSpec): boolean {
  return (
    role === 'server' &&
    boolAt(config, 'connect', 'enable_mesh_gateway_wan_federation') !== true &&
    ['retry_join_wan', 'start_join_wan'].some((key) => stringsAt(config, key).length > 0)
  );
}

/** Whether anybody beyond the host can connect; an address that only the host knows is taken to be such. */
function isOpen({ config }: NodeSpec, name: PortName): boolean {
  const listens = stringAt(config, 'addresses', name) || stringAt(config, 'client_addr') || '127.0.0.1';
  return listens
    .trim()
    .split(/\s+(?![^{]*\}\})/)
    .some((address) => !isLoopback(address) && !address.startsWith('unix:') && address !== 'localhost');
}

export type Sources = Readonly<Record<Source, readonly string[]>>;

/** The addresses and networks of each, for a datacenter. */
export function sourcesOf(datacenter: string, nodes: readonly NodeSpec[], firewall: Firewall): Sources {
  const { cluster, clients } = firewall;
  if (cluster) return { cluster, wan: cluster, clients };
  const members = nodes.filter((node) => node.datacenter === datacenter);
  const servers = nodes.filter(({ role }) => role === 'server');
  const told = servers.flatMap(({ config }) => stringsAt(config, 'retry_join_wan').filter((ip) => isIP(ip)));
  return {
    cluster: distinct(members.map(({ host }) => host)),
    wan: distinct([...servers.map(wanAddress), ...told]),
    clients,
  };
}

const wanAddress = ({ config, host }: NodeSpec): string => {
  const advertised = stringAt(config, 'advertise_addr_wan') ?? '';
  return isIP(advertised) ? advertised : host;
};

const distinct = (texts: readonly string[]): string[] => [...new Set(texts)];
