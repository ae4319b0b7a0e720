/** Everything that one agent listens on, and whether two of these get in each other's way. */

import { canonicalHost, isAnyAddress } from '../../util/addresses.ts';
import { memo } from '../../util/memo.ts';
import type { Node } from '../subjects.ts';
import { apiAddresses } from './listeners.ts';
import { isServer } from './predicates.ts';

export interface Endpoint {
  /** As people call it: `HTTP`. */
  readonly name: string;
  /** The option that moves it. */
  readonly path: string;
  /** Canonical, without brackets; a template stays as it is. */
  readonly address: string;
  readonly port: number;
}

const apis = [
  ['dns', 'DNS'],
  ['http', 'HTTP'],
  ['https', 'HTTPS'],
  ['grpc', 'gRPC'],
  ['grpc_tls', 'gRPC TLS'],
] as const;

/** Serf, RPC, and the APIs whose port is on. */
export const endpoints = memo((node: Node): readonly Endpoint[] => [
  ...gossipAndRpc(node),
  ...apis.flatMap(([key, name]) => api(node, key, name)),
]);

/** Those that have their port in common with another one. */
export function withSharedPort(node: Node): readonly Endpoint[] {
  const { config } = node;
  const keys = [...gossipKeys(node), ...apis.map(([key]) => key)];
  const ports = keys.map((key) => config.number(`ports.${key}`) ?? 0);
  // Addresses differ from agent to agent, ports rarely do: compare ports first, and addresses only where they are equal.
  const shared = ports.filter((port, i) => port > 0 && ports.indexOf(port) < i);
  return shared.length === 0 ? [] : endpoints(node).filter(({ port }) => shared.includes(port));
}

const gossipKeys = (node: Node): readonly string[] =>
  isServer(node) ? ['serf_lan', 'server', 'serf_wan'] : ['serf_lan'];

function gossipAndRpc(node: Node): Endpoint[] {
  const { config } = node;
  const bind = config.string('bind_addr') || '0.0.0.0';
  const rows: [string, string, string | undefined][] = [
    ['serf_lan', 'Serf LAN', config.string('serf_lan')],
    ...(isServer(node)
      ? ([
          ['server', 'server RPC', undefined],
          ['serf_wan', 'Serf WAN', config.string('serf_wan')],
        ] satisfies [string, string, undefined | string][])
      : []),
  ];
  return rows.flatMap(([key, name, address]) => {
    const port = config.number(`ports.${key}`) ?? 0;
    return port > 0 ? [{ name, path: `ports.${key}`, address: plain(address || bind), port }] : [];
  });
}

function api({ config }: Node, key: string, name: string): Endpoint[] {
  const port = config.number(`ports.${key}`) ?? 0;
  if (port <= 0) return [];
  return apiAddresses(config, key)
    .addresses.filter((address) => !address.startsWith('unix://'))
    .map((address) => ({ name, path: `ports.${key}`, address: plain(address), port }));
}

const plain = (address: string): string => canonicalHost(address.trim().replace(/^\[(.*)\]$/, '$1'));

/** Same port, and addresses of which one holds the other. Of a template nothing is known but that it equals itself. */
export function overlap(a: Endpoint, b: Endpoint): boolean {
  if (a.port !== b.port || a.path === b.path) return false;
  return a.address === b.address || isAnyAddress(a.address) || isAnyAddress(b.address);
}
