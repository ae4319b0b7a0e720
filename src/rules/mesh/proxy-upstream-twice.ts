import { numberAt } from '../../model/value-path.ts';
import type { Value } from '../../text/tree/value.ts';
import { withService } from '../forms/examples.ts';
import { ofServices } from '../forms/services.ts';
import { text, upstreamFault, upstreamsOf } from './support/proxies.ts';

/** Records the index of a key and returns the earlier one, if any. */
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
    summary: 'Two upstreams of a connect-proxy have one destination, or one local address.',
    rationale:
      'The agent compares type, name, partition, namespace, peer and datacenter of upstreams, and then ' +
      'their local addresses, where local_bind_address defaults to 127.0.0.1. It refuses the service if ' +
      'two are the same.',
    bad: withService(`
      name = "web-proxy"
      kind = "connect-proxy"
      port = 20000
      proxy {
        destination_service_name = "web"
        upstreams = [
          { destination_name = "db", local_bind_port = 5432 },
          { destination_name = "cache", local_bind_port = 5432 },
        ]
      }
    `),
    good: withService(`
      name = "web-proxy"
      kind = "connect-proxy"
      port = 20000
      proxy {
        destination_service_name = "web"
        upstreams = [
          { destination_name = "db", local_bind_port = 5432 },
          { destination_name = "cache", local_bind_port = 6379 },
        ]
      }
    `),
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
        report(at, `${path}.${at} has the same destination as upstreams[${sameDestination}]; keep one`);
        continue;
      }
      const sameBind = remember(binds, bindKey(upstream), i);
      if (sameBind !== undefined)
        report(
          at,
          `${path}.${at} listens at the same address as upstreams[${sameBind}] (${bindKey(upstream)}); give it another port or path`,
        );
    }
  },
});
