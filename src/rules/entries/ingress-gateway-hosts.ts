import { hasInnerWildcard, isDomainName } from '../../model/grammar/domain.ts';
import { boolAt, itemsAt } from '../../model/value-path.ts';
import { ofEntries } from '../forms/entries.ts';
import { quote } from '../message.ts';
import { kinds } from './support/ingress.ts';

function hostFault(host: string, hasTls: boolean): string | undefined {
  if (host === '*')
    return hasTls ? 'is "*", for which no certificate can be made; name the hosts' : undefined;
  if (!isDomainName(host)) return `must be a domain name, not ${quote(host)}`;
  return hasInnerWildcard(host)
    ? `has a wildcard inside (${quote(host)}); it may only be the leftmost label`
    : undefined;
}

export const entriesIngressGatewayHosts = ofEntries({
  id: 'entries/ingress-gateway-hosts',
  kinds,
  keys: ['listeners[].services[].hosts'],
  docs: {
    summary:
      'Hosts are domain names, each once in a listener; a wildcard is the leftmost label, and "*" alone goes without TLS.',
  },
  run: ({ value }, say) => {
    const hasTls = boolAt(value, 'tls.enabled') === true;
    for (const [i, listener] of itemsAt(value, 'listeners').entries()) {
      const seen = new Set<string>();
      for (const [j, service] of itemsAt(listener, 'services').entries()) {
        for (const [k, host] of itemsAt(service, 'hosts').entries()) {
          const name = host.kind === 'string' ? host.value : '';
          const fault = seen.has(name) ? `names ${quote(name)} a second time` : hostFault(name, hasTls);
          seen.add(name);
          if (fault) say(`listeners[${i}].services[${j}].hosts[${k}]`, fault);
        }
      }
    }
  },
});
