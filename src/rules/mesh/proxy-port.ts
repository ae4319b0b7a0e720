import { numberAt } from '../../model/value-path.ts';
import { ofServices } from '../forms/services.ts';
import { hasPlace } from '../services/support/services.ts';

export const meshProxyPort = ofServices({
  id: 'mesh/proxy-port',
  keys: ['kind', 'port', 'socket_path'],
  docs: { summary: 'Proxies, mesh gateways and terminating gateways must say where they listen.' },
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
