import { find, itemsAt, objectAt, textAt } from '../../model/value-path.ts';
import type { Value } from '../../text/tree/value.ts';
import { ofEntries, type Say } from '../forms/entries.ts';
import { quote } from '../message.ts';
import { kinds, protocolOf } from './support/ingress.ts';

const hasChanges = (headers: Value | undefined): boolean =>
  ['add', 'set'].some((key) => (objectAt(headers, key)?.members.size ?? 0) > 0) ||
  itemsAt(headers, 'remove').length > 0;

function tcpFaults(service: Value, at: string, say: Say): void {
  if (textAt(service, 'name') === '*')
    say(`${at}.name`, 'is "*", which tcp cannot tell apart; name one service');
  else if (itemsAt(service, 'hosts').length > 0)
    say(`${at}.hosts`, 'need a protocol that names hosts: http, http2 or grpc');
  for (const key of ['request_headers', 'response_headers']) {
    if (hasChanges(find(service, key)))
      say(`${at}.${key}`, 'need a protocol that has headers: http, http2 or grpc');
  }
}

export const entriesIngressGatewayServices = ofEntries({
  id: 'entries/ingress-gateway-services',
  kinds,
  keys: ['listeners[].services'],
  docs: {
    summary:
      'A listener names each service once; hosts, wildcards and header changes need a protocol that has them.',
  },
  run: ({ value }, say) => {
    for (const [i, listener] of itemsAt(value, 'listeners').entries()) {
      const names = new Set<string>();
      for (const [j, service] of itemsAt(listener, 'services').entries()) {
        const at = `listeners[${i}].services[${j}]`;
        const name = textAt(service, 'name');
        if (name === '') say(at, 'needs a name');
        else if (names.has(name)) say(at, `names ${quote(name)} a second time`);
        names.add(name);
        const hosts = itemsAt(service, 'hosts');
        if (name === '*' && hosts.length > 0) say(`${at}.hosts`, 'cannot go with the name "*"');
        if (protocolOf(listener) === 'tcp') tcpFaults(service, at, say);
      }
    }
  },
});
