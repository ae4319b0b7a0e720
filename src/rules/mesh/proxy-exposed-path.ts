import { listAt, numberAt } from '../../model/value-path.ts';
import type { Value } from '../../text/tree/value.ts';
import { ofServices } from '../forms/services.ts';
import { quote } from '../message.ts';
import { text } from './support/proxies.ts';

function exposedFault(exposed: Value, port: number, taken: boolean): string | undefined {
  const protocol = text(exposed, 'protocol');
  if (text(exposed, 'path') === '') return 'needs a path';
  if (port <= 0 || port > 65535) return 'needs a listener_port from 1 to 65535';
  if (taken) return `has the listener_port ${port} of another path; each needs its own`;
  return ['', 'http', 'http2'].includes(protocol.toLowerCase())
    ? undefined
    : `has the protocol ${quote(protocol)}; write "http" or "http2"`;
}

export const meshProxyExposedPath = ofServices({
  id: 'mesh/proxy-exposed-path',
  keys: ['proxy.expose.paths'],
  docs: {
    summary: 'Each exposed path has a listener port of its own, from 1 to 65535, and speaks http or http2.',
  },
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
