import { listAt, numberAt, stringAt } from '../../../model/value-path.ts';
/** Services that are proxies or gateways. */
import type { Value } from '../../../text/tree/value.ts';
import { quote } from '../../message.ts';

export const text = (value: Value | undefined, key: string): string => stringAt(value, key)?.value ?? '';

export const upstreamsOf = (value: Value): readonly Value[] => listAt(value, 'proxy.upstreams')?.items ?? [];

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
