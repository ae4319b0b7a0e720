import { listAt, numberAt } from '../../model/value-path.ts';
import type { Value } from '../../text/tree/value.ts';
import { withService } from '../forms/examples.ts';
import { ofServices } from '../forms/services.ts';
import { quote } from '../message.ts';
import { text } from './support/proxies.ts';

function exposedFault(exposed: Value, port: number, taken: boolean): string | undefined {
  const protocol = text(exposed, 'protocol');
  if (text(exposed, 'path') === '') return 'needs a path';
  if (port <= 0 || port > 65535) return 'needs a listener_port from 1 to 65535';
  if (taken) return `has the listener_port ${port} of another path; give each its own`;
  return ['', 'http', 'http2'].includes(protocol.toLowerCase())
    ? undefined
    : `has the protocol ${quote(protocol)}; write "http" or "http2"`;
}

export const meshProxyExposedPath = ofServices({
  id: 'mesh/proxy-exposed-path',
  keys: ['proxy.expose.paths'],
  docs: {
    summary: 'An exposed path has no path, or an invalid, shared or missing port.',
    rationale:
      'Each path of proxy.expose of a connect-proxy needs a path, a listener_port from 1 to 65535 that ' +
      'no other path has, and the protocol http or http2, in any letter case. The agent refuses it ' +
      'otherwise.',
    bad: withService(`
      name = "web-proxy"
      kind = "connect-proxy"
      port = 20000
      proxy {
        destination_service_name = "web"
        expose {
          paths {
            path = "/health"
            local_path_port = 8080
          }
        }
      }
    `),
    good: withService(`
      name = "web-proxy"
      kind = "connect-proxy"
      port = 20000
      proxy {
        destination_service_name = "web"
        expose {
          paths {
            path = "/health"
            local_path_port = 8080
            listener_port = 21500
          }
        }
      }
    `),
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
