import { itemsAt, numberAt } from '../../model/value-path.ts';
import { ofEntries } from '../forms/entries.ts';
import { kinds, protocolOf } from './support/ingress.ts';

export const entriesIngressGatewayListeners = ofEntries({
  id: 'entries/ingress-gateway-listeners',
  kinds,
  keys: ['listeners'],
  docs: { summary: 'Each listener has a port of its own and at least one service; with tcp exactly one.' },
  run: ({ value }, say) => {
    const ports = new Set<number>();
    for (const [i, listener] of itemsAt(value, 'listeners').entries()) {
      const at = `listeners[${i}]`;
      const port = numberAt(listener, 'port') ?? 0;
      if (ports.has(port)) say(at, `listens on port ${port}, as another listener does`);
      ports.add(port);
      const services = itemsAt(listener, 'services');
      if (services.length === 0) say(at, 'has no services');
      if (services.length > 1 && protocolOf(listener) === 'tcp')
        say(`${at}.services`, 'are several, which only http, http2 and grpc can tell apart');
    }
  },
});
