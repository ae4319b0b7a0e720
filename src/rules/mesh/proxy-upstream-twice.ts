import { numberAt } from '../../model/value-path.ts';
import type { Value } from '../../text/tree/value.ts';
import { ofServices } from '../forms/services.ts';
import { text, upstreamFault, upstreamsOf } from './support/proxies.ts';

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

export const meshProxyUpstreamTwice = ofServices({
  id: 'mesh/proxy-upstream-twice',
  keys: ['proxy.upstreams'],
  docs: {
    summary:
      'No two upstreams with the same destination, and none at the same local address and port or socket.',
  },
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
