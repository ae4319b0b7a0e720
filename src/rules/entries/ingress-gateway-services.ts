import { find, itemsAt, objectAt, textAt } from '../../model/value-path.ts';
import type { Value } from '../../text/tree/value.ts';
import { ofEntries, type ReportKey } from '../forms/entries.ts';
import { withEntry } from '../forms/examples.ts';
import { quote } from '../message.ts';
import { kinds, protocolOf } from './support/ingress.ts';

const hasChanges = (headers: Value | undefined): boolean =>
  ['add', 'set'].some((key) => (objectAt(headers, key)?.members.size ?? 0) > 0) ||
  itemsAt(headers, 'remove').length > 0;

function tcpFaults(service: Value, at: string, report: ReportKey): void {
  if (textAt(service, 'name') === '*')
    report(`${at}.name`, 'is "*", but a tcp listener has one service; name it');
  else if (itemsAt(service, 'hosts').length > 0)
    report(`${at}.hosts`, 'needs a protocol with host names: http, http2 or grpc');
  for (const key of ['request_headers', 'response_headers']) {
    if (hasChanges(find(service, key)))
      report(`${at}.${key}`, 'needs a protocol with headers: http, http2 or grpc');
  }
}

export const entriesIngressGatewayServices = ofEntries({
  id: 'entries/ingress-gateway-services',
  kinds,
  keys: ['listeners[].services'],
  docs: {
    summary: 'A service of an ingress gateway is listed twice, or its settings do not fit the protocol.',
    rationale:
      'A listener lists each service once, by name. The wildcard "*", hosts and header modifiers need ' +
      'the protocol http, http2 or grpc, and "*" cannot have hosts. The agent refuses the entry ' +
      'otherwise.',
    bad: withEntry(`
      kind = "ingress-gateway"
      name = "edge"
      listeners {
        port = 8080
        services {
          name = "web"
          hosts = ["www.example.com"]
        }
      }
    `),
    good: withEntry(`
      kind = "ingress-gateway"
      name = "edge"
      listeners {
        port = 8080
        protocol = "http"
        services {
          name = "web"
          hosts = ["www.example.com"]
        }
      }
    `),
  },
  run: ({ value }, report) => {
    for (const [i, listener] of itemsAt(value, 'listeners').entries()) {
      const names = new Set<string>();
      for (const [j, service] of itemsAt(listener, 'services').entries()) {
        const at = `listeners[${i}].services[${j}]`;
        const name = textAt(service, 'name');
        if (name === '') report(at, 'has no name, and the agent refuses the entry without one; write name');
        else if (names.has(name)) report(at, `repeats the service ${quote(name)}; keep one`);
        names.add(name);
        const hosts = itemsAt(service, 'hosts');
        if (name === '*' && hosts.length > 0)
          report(`${at}.hosts`, 'cannot be combined with the name "*"; remove it, or name one service');
        if (protocolOf(listener) === 'tcp') tcpFaults(service, at, report);
      }
    }
  },
});
