/** terminating-gateway, api-gateway, bound-api-gateway. */
import type { Value } from '../../../text/value.ts';
import { hasInnerWildcard } from '../../grammar/domain.ts';
import { itemsAt, numberAt, objectAt, textAt } from '../../select.ts';
import { type Check, quote } from '../check.ts';
import { ofEntries, type Say } from './entry.ts';

const terminating = ofEntries({
  id: 'terminating-gateway',
  kinds: ['terminating-gateway'],
  keys: ['services'],
  docs: 'Each service is named once; a client certificate needs its key and the CA.',
  run: ({ value }, say) => {
    const names = new Set<string>();
    for (const [i, service] of itemsAt(value, 'services').entries()) {
      const at = `services[${i}]`;
      const name = textAt(service, 'name');
      if (name === '') say(at, 'needs a name');
      else if (names.has(name)) say(at, `names ${quote(name)} a second time`);
      names.add(name);
      const [ca, certificate, key] = ['ca_file', 'cert_file', 'key_file'].map(
        (file) => textAt(service, file) !== '',
      );
      if ((certificate || key) && !(ca && certificate && key))
        say(at, 'needs ca_file, cert_file and key_file together');
    }
  },
});

const listenerName = /^[a-z0-9](?:[-a-z0-9]*[a-z0-9])?(?:\.[a-z0-9](?:[-a-z0-9]*[a-z0-9])?)*$/;

const protocolOf = (listener: Value): string => textAt(listener, 'protocol').toLowerCase();

const listeners = ofEntries({
  id: 'api-gateway-listeners',
  kinds: ['api-gateway'],
  keys: ['listeners'],
  docs: 'At least one listener; names in lower case and unique; ports from 1 to 65535; protocol http or tcp, hosts for http only; listeners on one port have one host and protocol.',
  run: ({ value }, say) => {
    const all = itemsAt(value, 'listeners');
    if (all.length === 0) say('', 'has no listeners; a gateway needs one at least');
    const names = new Set<string>();
    for (const [i, listener] of all.entries()) {
      const name = textAt(listener, 'name');
      if (!listenerName.test(name))
        say(
          `listeners[${i}]`,
          `needs a name of lower-case letters, digits, dots and inner dashes, not ${quote(name)}`,
        );
      else if (names.has(name)) say(`listeners[${i}]`, `has the name ${quote(name)} of another listener`);
      names.add(name);
      listenerFaults(listener, `listeners[${i}]`, say);
    }
    mergeFaults(all, say);
  },
});

function listenerFaults(listener: Value, at: string, say: Say): void {
  const [protocol, host, port] = [
    protocolOf(listener),
    textAt(listener, 'hostname'),
    numberAt(listener, 'port') ?? 0,
  ];
  if (protocol === '') say(at, 'needs a protocol: http or tcp');
  if (protocol === 'tcp' && host !== '') say(`${at}.hostname`, 'needs the protocol http; tcp names no hosts');
  if (port <= 0 || port > 65535) say(at, 'needs a port from 1 to 65535');
  if (hasInnerWildcard(host))
    say(`${at}.hostname`, `has a wildcard inside (${quote(host)}); it may only be the leftmost label`);
  for (const [j, certificate] of itemsAt(listener, 'tls.certificates').entries()) {
    if (textAt(certificate, 'name') === '') say(`${at}.tls.certificates[${j}]`, 'needs a name');
  }
}

function mergeFaults(all: readonly Value[], say: Say): void {
  const byPort = new Map<number, Value>();
  for (const [i, listener] of all.entries()) {
    const port = numberAt(listener, 'port') ?? 0;
    const other = byPort.get(port);
    const differs =
      other &&
      (textAt(other, 'hostname') !== textAt(listener, 'hostname') ||
        protocolOf(other) !== protocolOf(listener));
    if (differs)
      say(
        `listeners[${i}]`,
        `is on port ${port} like ${quote(textAt(other, 'name'))}, but has another hostname or protocol`,
      );
    byPort.set(port, listener);
  }
}

const bound = ofEntries({
  id: 'bound-api-gateway',
  kinds: ['bound-api-gateway'],
  keys: ['listeners[].certificates', 'listeners[].routes'],
  docs: 'References name an entry and its kind: an inline certificate, an HTTP or a TCP route.',
  run: ({ value }, say) => {
    for (const [i, listener] of itemsAt(value, 'listeners').entries()) {
      for (const [list, kinds] of [
        ['certificates', ['inline-certificate']],
        ['routes', ['http-route', 'tcp-route']],
      ] as const) {
        for (const [j, reference] of itemsAt(listener, list).entries()) {
          const at = `listeners[${i}].${list}[${j}]`;
          const kind = textAt(reference, 'kind');
          if (!(kinds as readonly string[]).includes(kind))
            say(at, `must refer to ${kinds.join(' or ')}, not ${quote(kind)}`);
          if (textAt(reference, 'name') === '') say(at, 'needs a name');
        }
      }
    }
  },
});

const boundServices = ofEntries({
  id: 'bound-api-gateway-services',
  kinds: ['bound-api-gateway'],
  keys: ['services'],
  docs: 'Servers write these entries themselves; what they note of services cannot be read from a file.',
  run: ({ value }, say) => {
    if ((objectAt(value, 'services')?.members.size ?? 0) > 0)
      say('services', 'cannot be written in a file; servers fill it in, so remove it');
  },
});

export const gateways: readonly Check[] = [terminating, listeners, bound, boundServices];
