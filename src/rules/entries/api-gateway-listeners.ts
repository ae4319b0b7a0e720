import { hasInnerWildcard } from '../../model/grammar/domain.ts';
import { itemsAt, numberAt, textAt } from '../../model/value-path.ts';
import type { Value } from '../../text/tree/value.ts';
import { ofEntries, type Say } from '../forms/entries.ts';
import { quote } from '../message.ts';

const listenerName = /^[a-z0-9](?:[-a-z0-9]*[a-z0-9])?(?:\.[a-z0-9](?:[-a-z0-9]*[a-z0-9])?)*$/;

const protocolOf = (listener: Value): string => textAt(listener, 'protocol').toLowerCase();

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

export const entriesApiGatewayListeners = ofEntries({
  id: 'entries/api-gateway-listeners',
  kinds: ['api-gateway'],
  keys: ['listeners'],
  docs: {
    summary:
      'At least one listener; names in lower case and unique; ports from 1 to 65535; protocol http or tcp, hosts for http only; listeners on one port have one host and protocol.',
  },
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
