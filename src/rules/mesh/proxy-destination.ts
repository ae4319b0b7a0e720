import { trimSpace } from '../../model/grammar/text.ts';
import { boolAt } from '../../model/value-path.ts';
import { ofServices } from '../forms/services.ts';
import { text } from './support/proxies.ts';

export const meshProxyDestination = ofServices({
  id: 'mesh/proxy-destination',
  keys: ['proxy.destination_service_name', 'connect.native', 'kind'],
  docs: { summary: 'A connect-proxy stands for one service, and is no service of the mesh itself.' },
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
