/** Listening ports. 0 or below switches a listener off, except for server and serf_lan. */
import { port, requiredPort } from '../../grammars/network.ts';
import { option, section } from '../../option.ts';

export const ports = section(() => ({
  dns: option(port, 'DNS, over TCP and UDP.', { default: 8600, flag: '-dns-port' }),
  http: option(port, 'The HTTP API and the web UI.', { default: 8500, flag: '-http-port' }),
  https: option(port, 'The HTTPS API; off unless set, and 8501 by custom.', {
    default: -1,
    flag: '-https-port',
  }),
  grpc: option(port, 'Unencrypted gRPC, by which proxies fetch their configuration; off unless set.', {
    default: -1,
    flag: '-grpc-port',
  }),
  grpc_tls: option(
    port,
    'gRPC with TLS. Servers open it unasked, since dataplanes and peers connect to it; clients only when it is set.',
    { default: { server: 8503, client: -1 }, flag: '-grpc-tls-port' },
  ),
  server: option(requiredPort, 'Server RPC. Must be reachable from every agent of the datacenter.', {
    default: 8300,
    flag: '-server-port',
  }),
  serf_lan: option(requiredPort, 'Gossip inside the datacenter, over TCP and UDP, between all agents.', {
    default: 8301,
    flag: '-serf-lan-port',
  }),
  serf_wan: option(
    port,
    'Gossip between servers of different datacenters, over TCP and UDP; -1 if there is only one.',
    {
      default: 8302,
      flag: '-serf-wan-port',
    },
  ),
  sidecar_min_port: option(
    port,
    'First port that the agent may give to a sidecar proxy registered without one.',
    {
      default: 21000,
    },
  ),
  sidecar_max_port: option(
    port,
    'Last port that the agent may give to a sidecar proxy; not below sidecar_min_port.',
    {
      default: 21255,
    },
  ),
  expose_min_port: option(port, 'First port for health checks that are exposed through a proxy.', {
    default: 21500,
  }),
  expose_max_port: option(
    port,
    'Last port for health checks that are exposed through a proxy; not below expose_min_port.',
    { default: 21755 },
  ),
  proxy_min_port: option(
    port,
    'A remainder of managed proxies, which are gone: only compared with proxy_max_port.',
    {
      default: 20000,
    },
  ),
  proxy_max_port: option(
    port,
    'A remainder of managed proxies, which are gone: only compared with proxy_min_port.',
    {
      default: 20255,
    },
  ),
}));
