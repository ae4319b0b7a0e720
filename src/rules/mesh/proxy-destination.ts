import { trimSpace } from '../../model/grammar/text.ts';
import { boolAt } from '../../model/value-path.ts';
import { withService } from '../forms/examples.ts';
import { ofServices } from '../forms/services.ts';
import { text } from './support/proxies.ts';

export const meshProxyDestination = ofServices({
  id: 'mesh/proxy-destination',
  keys: ['proxy.destination_service_name', 'connect.native', 'kind'],
  docs: {
    summary: 'A connect-proxy does not name the one service that it represents.',
    rationale:
      'A service of kind connect-proxy needs proxy.destination_service_name, which is one service and ' +
      'not "*", and cannot set connect.native. The agent refuses it otherwise.',
    bad: withService(`
      name = "web-proxy"
      kind = "connect-proxy"
      port = 20000
    `),
    good: withService(`
      name = "web-proxy"
      kind = "connect-proxy"
      port = 20000
      proxy {
        destination_service_name = "web"
      }
    `),
  },
  run: ({ value, path, kind }, report) => {
    if (kind !== 'connect-proxy') return;
    const key = 'proxy.destination_service_name';
    const name = text(value, key);
    if (trimSpace(name) === '')
      report(key, `${path} is a connect-proxy, which needs ${key}, the service that it represents`);
    if (name === '*') report(key, `${path}.${key} must name one service, not "*"`);
    if (boolAt(value, 'connect.native'))
      report(
        'connect.native',
        `${path} is a connect-proxy that sets connect.native, which is only for ordinary services; remove it`,
      );
  },
});
