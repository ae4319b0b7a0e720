/** Services that are proxies or gateways. */
import type { Value } from '../../text/value.ts';
import { byteLength, trimSpace } from '../grammar/text.ts';
import { boolAt, find, listAt, numberAt, stringAt } from '../select.ts';
import { type Check, quote } from './check.ts';
import { ofServices, type Service } from './service.ts';
import { hasPlace } from './services.ts';

const text = (value: Value | undefined, key: string): string => stringAt(value, key)?.value ?? '';
const isGateway = (kind: string): boolean => kind.endsWith('-gateway');

/** Only an own-name path keeps a metrics socket's path within what a unix socket can have. */
const maxMetricsPath = 70;

const place = ofServices({
  id: 'agent/proxy-port',
  keys: ['kind', 'port', 'socket_path'],
  docs: 'Proxies, mesh gateways and terminating gateways must say where they listen.',
  run: (service, report) => {
    const { value, path, kind } = service;
    const missing =
      kind === 'connect-proxy'
        ? !hasPlace(service)
        : (kind === 'mesh-gateway' || kind === 'terminating-gateway') && (numberAt(value, 'port') ?? 0) === 0;
    if (missing)
      report(
        'kind',
        `${path} is a ${kind}, which needs a port${kind === 'connect-proxy' ? ' or a socket_path' : ''}`,
      );
  },
});

const destination = ofServices({
  id: 'agent/proxy-destination',
  keys: ['proxy.destination_service_name', 'connect.native', 'kind'],
  docs: 'A connect-proxy stands for one service, and is no service of the mesh itself.',
  run: ({ value, path, kind }, report) => {
    if (kind !== 'connect-proxy') return;
    const key = 'proxy.destination_service_name';
    const name = text(value, key);
    if (trimSpace(name) === '')
      report(key, `${path} is a connect-proxy, which needs ${key}: the service that it stands for`);
    if (name === '*') report(key, `${path}.${key} must name one service, not "*"`);
    if (boolAt(value, 'connect.native'))
      report(
        'connect.native',
        `${path} is a proxy and connect.native at once; only ordinary services are native`,
      );
  },
});

const metricsSocket = ofServices({
  id: 'agent/proxy-metrics-socket',
  keys: ['proxy.config.envoy_hcp_metrics_bind_socket_dir'],
  docs: 'Paths of unix sockets are short; a directory for them must be, too.',
  run: ({ value, path, kind }, report) => {
    const key = 'proxy.config.envoy_hcp_metrics_bind_socket_dir';
    if (kind !== 'connect-proxy' || byteLength(text(value, key)) <= maxMetricsPath) return;
    report(
      key,
      `${path}.${key} is longer than ${maxMetricsPath} bytes, which leaves no room for the socket’s name`,
    );
  },
});

const upstreams = ofServices({
  id: 'agent/proxy-upstream',
  keys: ['proxy.upstreams'],
  docs: 'Each upstream names one destination, in a datacenter or a peer but not both, and one place to reach it at.',
  run: ({ value, path, kind }, report) => {
    if (kind !== 'connect-proxy') return;
    for (const [i, upstream] of upstreamsOf(value).entries()) {
      const fault = upstreamFault(upstream);
      if (fault) report(`proxy.upstreams[${i}]`, `${path}.proxy.upstreams[${i}] ${fault}`);
    }
  },
});

const upstreamsOf = (value: Value): readonly Value[] => listAt(value, 'proxy.upstreams')?.items ?? [];

export function upstreamFault(upstream: Value): string | undefined {
  const [type, name, peer, datacenter] = [
    'destination_type',
    'destination_name',
    'destination_peer',
    'datacenter',
  ].map((key) => text(upstream, key));
  const partition = text(upstream, 'destination_partition');
  const [port, socket] = [
    numberAt(upstream, 'local_bind_port') ?? 0,
    text(upstream, 'local_bind_socket_path'),
  ];
  const foreign = partition !== '' && partition !== 'default';
  if (foreign && peer)
    return `names a peer and the partition ${quote(partition)}; peers are looked for in the service’s own partition`;
  if (foreign && datacenter)
    return `names another datacenter and the partition ${quote(partition)}; only the default partition reaches other datacenters`;
  if (type && type !== 'service' && type !== 'prepared_query')
    return `has the destination_type ${quote(type)}; write "service" or "prepared_query"`;
  if (!name) return 'needs a destination_name';
  if (name === '*') return 'must name one destination, not "*"';
  if (peer && datacenter) return 'names a destination_peer and a datacenter; keep one';
  if (port === 0 && !socket)
    return 'needs a local_bind_port or a local_bind_socket_path, where the application reaches it';
  return port !== 0 && socket ? 'has a local_bind_port and a local_bind_socket_path; keep one' : undefined;
}

const duplicates = ofServices({
  id: 'agent/proxy-upstream-twice',
  keys: ['proxy.upstreams'],
  docs: 'No two upstreams with the same destination, and none at the same local address and port or socket.',
  run: ({ value, path, kind }, report) => {
    if (kind !== 'connect-proxy') return;
    const destinations = new Map<string, number>();
    const binds = new Map<string, number>();
    for (const [i, upstream] of upstreamsOf(value).entries()) {
      if (upstreamFault(upstream)) continue;
      const at = `proxy.upstreams[${i}]`;
      const sameDestination = remember(destinations, destinationKey(upstream), i);
      if (sameDestination !== undefined) {
        report(at, `${path}.${at} has the same destination as upstreams[${sameDestination}]; name each once`);
        continue;
      }
      const sameBind = remember(binds, bindKey(upstream), i);
      if (sameBind !== undefined)
        report(
          at,
          `${path}.${at} listens where upstreams[${sameBind}] does (${bindKey(upstream)}); give it another port`,
        );
    }
  },
});

/** The index that had the key before, if any. */
function remember(seen: Map<string, number>, key: string, index: number): number | undefined {
  const before = seen.get(key);
  if (before === undefined) seen.set(key, index);
  return before;
}

const destinationKey = (upstream: Value): string =>
  JSON.stringify([
    text(upstream, 'destination_type') || 'service',
    ...[
      'destination_partition',
      'destination_namespace',
      'destination_peer',
      'destination_name',
      'datacenter',
    ].map((key) => text(upstream, key)),
  ]);

function bindKey(upstream: Value): string {
  const [address, port] = [text(upstream, 'local_bind_address'), numberAt(upstream, 'local_bind_port') ?? 0];
  const socket = text(upstream, 'local_bind_socket_path');
  if (port === 0 && address === '' && socket !== '') return socket;
  const host = address || '127.0.0.1';
  return `${host.includes(':') ? `[${host}]` : host}:${port}`;
}

const exposedPaths = ofServices({
  id: 'agent/proxy-exposed-path',
  keys: ['proxy.expose.paths'],
  docs: 'Each exposed path has a listener port of its own, from 1 to 65535, and speaks http or http2.',
  run: ({ value, path, kind }, report) => {
    if (kind !== 'connect-proxy') return;
    const ports = new Set<number>();
    for (const [i, exposed] of (listAt(value, 'proxy.expose.paths')?.items ?? []).entries()) {
      const port = numberAt(exposed, 'listener_port') ?? 0;
      const fault = exposedFault(exposed, port, ports.has(port));
      ports.add(port);
      if (fault) report(`proxy.expose.paths[${i}]`, `${path}.proxy.expose.paths[${i}] ${fault}`);
    }
  },
});

function exposedFault(exposed: Value, port: number, taken: boolean): string | undefined {
  const protocol = text(exposed, 'protocol');
  if (text(exposed, 'path') === '') return 'needs a path';
  if (port <= 0 || port > 65535) return 'needs a listener_port from 1 to 65535';
  if (taken) return `has the listener_port ${port} of another path; each needs its own`;
  return ['', 'http', 'http2'].includes(protocol.toLowerCase())
    ? undefined
    : `has the protocol ${quote(protocol)}; write "http" or "http2"`;
}

const gatewayStrings = [
  'destination_service_name',
  'destination_service_id',
  'local_service_address',
  'local_service_socket_path',
];

const gateways = ofServices({
  id: 'agent/gateway-proxy',
  keys: [
    'kind',
    'connect.sidecar_service',
    'proxy.upstreams',
    'proxy.local_service_port',
    ...gatewayStrings.map((key) => `proxy.${key}`),
  ],
  docs: 'A gateway stands for no service: no destination, no local service, no upstreams, no sidecar.',
  run: (service, report) => {
    if (!isGateway(service.kind)) return;
    for (const key of gatewayKeys(service))
      report(key, `${service.path} is a ${service.kind}, which has no ${key}; remove it`);
  },
});

function gatewayKeys({ value }: Service): readonly string[] {
  const set = gatewayStrings.map((key) => `proxy.${key}`).filter((key) => text(value, key) !== '');
  if ((numberAt(value, 'proxy.local_service_port') ?? 0) !== 0) set.push('proxy.local_service_port');
  if (upstreamsOf(value).length > 0) set.push('proxy.upstreams');
  if (find(value, 'connect.sidecar_service')) set.push('connect.sidecar_service');
  return set;
}

export const proxies: readonly Check[] = [
  place,
  destination,
  metricsSocket,
  upstreams,
  duplicates,
  exposedPaths,
  gateways,
];
