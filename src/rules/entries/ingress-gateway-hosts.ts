import { hasInnerWildcard, isDomainName } from '../../model/grammar/domain.ts';
import { boolAt, itemsAt } from '../../model/value-path.ts';
import { ofEntries } from '../forms/entries.ts';
import { withEntry } from '../forms/examples.ts';
import { quote } from '../message.ts';
import { kinds } from './support/ingress.ts';

function hostFault(host: string, hasTls: boolean): string | undefined {
  if (host === '*')
    return hasTls
      ? 'is "*", which cannot have a certificate while tls.enabled is true; name the hosts'
      : undefined;
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
    summary: 'A host of an ingress gateway is invalid, or is listed twice.',
    rationale:
      'Hosts of a listener must be domain names, each listed once; a wildcard must be the leftmost ' +
      'label. "*" alone is refused while tls.enabled is true, since no certificate can cover it.',
    bad: withEntry(`
      kind = "ingress-gateway"
      name = "edge"
      listeners {
        port = 8080
        protocol = "http"
        services {
          name = "web"
          hosts = ["www.*.com"]
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
          hosts = ["*.example.com"]
        }
      }
    `),
  },
  run: ({ value }, report) => {
    const hasTls = boolAt(value, 'tls.enabled') === true;
    for (const [i, listener] of itemsAt(value, 'listeners').entries()) {
      const seen = new Set<string>();
      for (const [j, service] of itemsAt(listener, 'services').entries()) {
        for (const [k, host] of itemsAt(service, 'hosts').entries()) {
          const name = host.kind === 'string' ? host.value : '';
          const fault = seen.has(name)
            ? `repeats ${quote(name)} in this listener; keep one`
            : hostFault(name, hasTls);
          seen.add(name);
          if (fault) report(`listeners[${i}].services[${j}].hosts[${k}]`, fault);
        }
      }
    }
  },
});
