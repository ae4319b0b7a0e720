import { itemsAt, textAt } from '../../model/value-path.ts';
import type { Value } from '../../text/tree/value.ts';
import { ofEntries, type ReportKey } from '../forms/entries.ts';
import { withEntry } from '../forms/examples.ts';
import { kinds } from './support/ingress.ts';

interface Sds {
  readonly cluster: boolean;
  readonly certificate: boolean;
}

const sdsAt = (value: Value): Sds => ({
  cluster: textAt(value, 'tls.sds.cluster_name') !== '',
  certificate: textAt(value, 'tls.sds.cert_resource') !== '',
});

function listenerSds(listener: Value, at: string, gateway: Sds, report: ReportKey): void {
  const own = sdsAt(listener);
  if (own.cluster && !own.certificate)
    report(`${at}.tls.sds`, 'has a cluster_name, but no cert_resource; write which certificate to fetch');
  else if (gateway.cluster && !gateway.certificate && !own.certificate)
    report(
      at,
      'has no cert_resource, and neither has tls.sds of the gateway; write which certificate to fetch',
    );
  if (own.certificate && !own.cluster && !gateway.cluster)
    report(`${at}.tls.sds`, 'has a cert_resource, but no cluster_name; write which cluster to fetch it from');
  for (const [j, service] of itemsAt(listener, 'services').entries()) {
    const place = `${at}.services[${j}]`;
    if (textAt(service, 'tls.sds.cert_resource') === '') continue;
    if (itemsAt(service, 'hosts').length === 0)
      report(place, 'has its own certificate, so it needs hosts; name them');
    if (textAt(service, 'tls.sds.cluster_name') === '' && !own.cluster && !gateway.cluster)
      report(
        `${place}.tls.sds`,
        'has a cert_resource, but no cluster_name; write which cluster to fetch it from',
      );
  }
}

export const entriesIngressGatewaySds = ofEntries({
  id: 'entries/ingress-gateway-sds',
  kinds,
  keys: ['tls.sds', 'listeners[].tls.sds', 'listeners[].services[].tls.sds'],
  docs: {
    summary: 'A certificate that an ingress gateway fetches by SDS lacks its name or its source.',
    rationale:
      'A cert_resource needs a cluster_name at the same level or above it, a cluster_name of a listener ' +
      'needs a cert_resource, and a service with its own certificate needs hosts. The agent ' +
      'refuses the entry otherwise.',
    bad: withEntry(`
      kind = "ingress-gateway"
      name = "edge"
      listeners {
        port = 8443
        tls {
          sds {
            cluster_name = "certificates"
          }
        }
        services {
          name = "web"
        }
      }
    `),
    good: withEntry(`
      kind = "ingress-gateway"
      name = "edge"
      listeners {
        port = 8443
        tls {
          sds {
            cluster_name = "certificates"
            cert_resource = "www"
          }
        }
        services {
          name = "web"
        }
      }
    `),
  },
  run: ({ value }, report) => {
    const gateway = sdsAt(value);
    const all = itemsAt(value, 'listeners');
    if (all.every((listener) => itemsAt(listener, 'services').length === 0)) return;
    if (gateway.certificate && !gateway.cluster)
      report('tls.sds', 'has a cert_resource, but no cluster_name; write which cluster to fetch it from');
    for (const [i, listener] of all.entries()) {
      if (itemsAt(listener, 'services').length > 0) listenerSds(listener, `listeners[${i}]`, gateway, report);
    }
  },
});
