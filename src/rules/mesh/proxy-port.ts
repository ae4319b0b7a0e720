import { numberAt } from '../../model/value-path.ts';
import { withService } from '../forms/examples.ts';
import { ofServices } from '../forms/services.ts';
import { hasPlace } from '../services/support/services.ts';

export const meshProxyPort = ofServices({
  id: 'mesh/proxy-port',
  keys: ['kind', 'port', 'socket_path'],
  docs: {
    summary: 'A proxy or gateway has no port.',
    rationale:
      'A connect-proxy needs a port or a socket_path, a mesh-gateway and a terminating-gateway need a ' +
      'port. The agent refuses them otherwise, and accepts an ingress-gateway or api-gateway without ' +
      'one.',
    bad: withService(`
      name = "west"
      kind = "mesh-gateway"
    `),
    good: withService(`
      name = "west"
      kind = "mesh-gateway"
      port = 8443
    `),
  },
  run: (service, report) => {
    const { value, path, kind } = service;
    const missing =
      kind === 'connect-proxy'
        ? !hasPlace(service)
        : (kind === 'mesh-gateway' || kind === 'terminating-gateway') && (numberAt(value, 'port') ?? 0) === 0;
    if (missing)
      report(
        'kind',
        `${path} is a ${kind}, which needs a port${kind === 'connect-proxy' ? ' or a socket_path' : ''}; write where it listens`,
      );
  },
});
