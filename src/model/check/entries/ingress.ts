/** ingress-gateway: the way into the mesh. */
import type { Value } from '../../../text/value.ts';
import { hasInnerWildcard, isDomainName } from '../../grammar/domain.ts';
import { boolAt, find, itemsAt, numberAt, objectAt, textAt } from '../../select.ts';
import { type Check, quote } from '../check.ts';
import { ofEntries, type Say } from './entry.ts';

const kinds = ['ingress-gateway'];

/** tcp, where nothing is said; what else it may be, the table says. */
const protocolOf = (listener: Value): string => textAt(listener, 'protocol').toLowerCase() || 'tcp';

const listeners = ofEntries({
  id: 'ingress-gateway-listeners',
  kinds,
  keys: ['listeners'],
  docs: 'Each listener has a port of its own and at least one service; with tcp exactly one.',
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

const hasChanges = (headers: Value | undefined): boolean =>
  ['add', 'set'].some((key) => (objectAt(headers, key)?.members.size ?? 0) > 0) ||
  itemsAt(headers, 'remove').length > 0;

const services = ofEntries({
  id: 'ingress-gateway-services',
  kinds,
  keys: ['listeners[].services'],
  docs: 'A listener names each service once; hosts, wildcards and header changes need a protocol that has them.',
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

const hosts = ofEntries({
  id: 'ingress-gateway-hosts',
  kinds,
  keys: ['listeners[].services[].hosts'],
  docs: 'Hosts are domain names, each once in a listener; a wildcard is the leftmost label, and "*" alone goes without TLS.',
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

function hostFault(host: string, hasTls: boolean): string | undefined {
  if (host === '*')
    return hasTls ? 'is "*", for which no certificate can be made; name the hosts' : undefined;
  if (!isDomainName(host)) return `must be a domain name, not ${quote(host)}`;
  return hasInnerWildcard(host)
    ? `has a wildcard inside (${quote(host)}); it may only be the leftmost label`
    : undefined;
}

const sds = ofEntries({
  id: 'ingress-gateway-sds',
  kinds,
  keys: ['tls.sds', 'listeners[].tls.sds', 'listeners[].services[].tls.sds'],
  docs: 'A certificate from a server of one’s own needs both its name and the server, here or at a level above.',
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

export const ingress: readonly Check[] = [listeners, services, hosts, sds];
