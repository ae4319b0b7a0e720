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
  if (peer && partition !== '' && partition !== 'default')
    return `names a peer and the partition ${quote(partition)}; a peer belongs to the partition of the service, so remove one`;
  if (!peer && datacenter && partition !== '')
    return `names a datacenter and the partition ${quote(partition)}, which the community edition refuses; remove the partition`;
  if (type && type !== 'service' && type !== 'prepared_query')
    return `has the destination_type ${quote(type)}; write "service" or "prepared_query"`;
  if (!name) return 'needs a destination_name';
  if (name === '*') return 'must name one destination, not "*"';
  if (peer && datacenter) return 'names both a destination_peer and a datacenter; keep one';
  if (port === 0 && !socket)
    return 'needs a local_bind_port or a local_bind_socket_path, where the application connects to it';
  return port !== 0 && socket
    ? 'has both a local_bind_port and a local_bind_socket_path; keep one'
    : undefined;
}
