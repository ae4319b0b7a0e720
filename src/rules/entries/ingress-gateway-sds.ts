import { itemsAt, textAt } from '../../model/value-path.ts';
import type { Value } from '../../text/tree/value.ts';
import { ofEntries, type Say } from '../forms/entries.ts';
import { kinds } from './support/ingress.ts';

interface Sds {
  readonly cluster: boolean;
  readonly certificate: boolean;
}

const sdsAt = (value: Value): Sds => ({
  cluster: textAt(value, 'tls.sds.cluster_name') !== '',
  certificate: textAt(value, 'tls.sds.cert_resource') !== '',
});

function listenerSds(listener: Value, at: string, gateway: Sds, say: Say): void {
  const own = sdsAt(listener);
  if (own.cluster && !own.certificate)
    say(`${at}.tls.sds`, 'has a cluster_name, but no cert_resource to get from it');
  else if (gateway.cluster && !gateway.certificate && !own.certificate)
    say(`${at}`, 'has no cert_resource, and the gateway’s tls.sds names none');
  if (own.certificate && !own.cluster && !gateway.cluster)
    say(`${at}.tls.sds`, 'has a cert_resource, but no cluster_name to get it from');
  for (const [j, service] of itemsAt(listener, 'services').entries()) {
    const place = `${at}.services[${j}]`;
    if (textAt(service, 'tls.sds.cert_resource') === '') continue;
    if (itemsAt(service, 'hosts').length === 0) say(place, 'has a certificate of its own, so it needs hosts');
    if (textAt(service, 'tls.sds.cluster_name') === '' && !own.cluster && !gateway.cluster)
      say(`${place}.tls.sds`, 'has a cert_resource, but no cluster_name to get it from');
  }
}

export const entriesIngressGatewaySds = ofEntries({
  id: 'entries/ingress-gateway-sds',
  kinds,
  keys: ['tls.sds', 'listeners[].tls.sds', 'listeners[].services[].tls.sds'],
  docs: {
    summary:
      'A certificate from a server of one’s own needs both its name and the server, here or at a level above.',
  },
  run: ({ value }, say) => {
    const gateway = sdsAt(value);
    const all = itemsAt(value, 'listeners');
    if (all.every((listener) => itemsAt(listener, 'services').length === 0)) return;
    if (gateway.certificate && !gateway.cluster)
      say('tls.sds', 'has a cert_resource, but no cluster_name to get it from');
    for (const [i, listener] of all.entries()) {
      if (itemsAt(listener, 'services').length > 0) listenerSds(listener, `listeners[${i}]`, gateway, say);
    }
  },
});
