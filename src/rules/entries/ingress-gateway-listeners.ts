import { itemsAt, numberAt } from '../../model/value-path.ts';
import { ofEntries } from '../forms/entries.ts';
import { withEntry } from '../forms/examples.ts';
import { kinds, protocolOf } from './support/ingress.ts';

export const entriesIngressGatewayListeners = ofEntries({
  id: 'entries/ingress-gateway-listeners',
  kinds,
  keys: ['listeners'],
  docs: {
    summary: 'A listener of an ingress gateway shares its port, or has no services or too many.',
    rationale:
      'Each listener needs its own port and at least one service. With the protocol tcp, the ' +
      'default, it has exactly one, since nothing in a TCP connection names the service. The agent ' +
      'refuses the entry otherwise.',
    bad: withEntry(`
      kind = "ingress-gateway"
      name = "edge"
      listeners {
        port = 8080
        services = [{ name = "web" }, { name = "api" }]
      }
    `),
    good: withEntry(`
      kind = "ingress-gateway"
      name = "edge"
      listeners {
        port = 8080
        protocol = "http"
        services = [{ name = "web" }, { name = "api" }]
      }
    `),
  },
  run: ({ value }, report) => {
    const ports = new Set<number>();
    for (const [i, listener] of itemsAt(value, 'listeners').entries()) {
      const at = `listeners[${i}]`;
      const port = numberAt(listener, 'port') ?? 0;
      if (ports.has(port)) report(at, `has port ${port} of another listener; give each its own`);
      ports.add(port);
      const services = itemsAt(listener, 'services');
      if (services.length === 0) report(at, 'has no services; name at least one');
      if (services.length > 1 && protocolOf(listener) === 'tcp')
        report(
          `${at}.services`,
          'lists several services, which a tcp listener cannot distinguish; keep one, or set protocol to http, http2 or grpc',
        );
    }
  },
});
