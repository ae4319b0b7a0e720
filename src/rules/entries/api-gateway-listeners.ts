import { hasInnerWildcard } from '../../model/grammar/domain.ts';
import { itemsAt, numberAt, textAt } from '../../model/value-path.ts';
import type { Value } from '../../text/tree/value.ts';
import { ofEntries, type ReportKey } from '../forms/entries.ts';
import { withEntry } from '../forms/examples.ts';
import { quote } from '../message.ts';

const listenerName = /^[a-z0-9](?:[-a-z0-9]*[a-z0-9])?(?:\.[a-z0-9](?:[-a-z0-9]*[a-z0-9])?)*$/;

const protocolOf = (listener: Value): string => textAt(listener, 'protocol').toLowerCase();

function listenerFaults(listener: Value, at: string, report: ReportKey): void {
  const [protocol, host, port] = [
    protocolOf(listener),
    textAt(listener, 'hostname'),
    numberAt(listener, 'port') ?? 0,
  ];
  if (protocol === '') report(at, 'has no protocol; write "http" or "tcp"');
  if (protocol === 'tcp' && host !== '')
    report(
      `${at}.hostname`,
      'needs the protocol http, since tcp carries no host names; remove the hostname, or change the protocol',
    );
  if (port <= 0 || port > 65535) report(`${at}.port`, `must be a port from 1 to 65535, not ${port}`);
  if (hasInnerWildcard(host))
    report(`${at}.hostname`, `has a wildcard inside (${quote(host)}); it may only be the leftmost label`);
  for (const [j, certificate] of itemsAt(listener, 'tls.certificates').entries()) {
    if (textAt(certificate, 'name') === '')
      report(
        `${at}.tls.certificates[${j}]`,
        'has no name, and the agent refuses the entry without one; write name',
      );
  }
}

function mergeFaults(all: readonly Value[], report: ReportKey): void {
  const byPort = new Map<number, Value>();
  for (const [i, listener] of all.entries()) {
    const port = numberAt(listener, 'port') ?? 0;
    const other = byPort.get(port);
    const differs =
      other &&
      (textAt(other, 'hostname') !== textAt(listener, 'hostname') ||
        protocolOf(other) !== protocolOf(listener));
    if (differs)
      report(
        `listeners[${i}]`,
        `shares port ${port} with ${quote(textAt(other, 'name'))}, so it needs the same hostname and protocol`,
      );
    byPort.set(port, listener);
  }
}

export const entriesApiGatewayListeners = ofEntries({
  id: 'entries/api-gateway-listeners',
  kinds: ['api-gateway'],
  keys: ['listeners'],
  supersedes: ['entries/value'],
  docs: {
    summary: 'A listener of an API gateway is incomplete, or conflicts with another one.',
    rationale:
      'The agent refuses an api-gateway entry without listeners, and a listener whose name is empty, ' +
      'taken or not made of lower-case letters, digits, dots and inner dashes, whose port is outside 1 ' +
      'to 65535, which has no protocol, which has a hostname with tcp or a wildcard that is not the ' +
      'leftmost label, or which shares a port with a listener of another hostname or protocol.',
    bad: withEntry(`
      kind = "api-gateway"
      name = "edge"
      listeners {
        name = "database"
        port = 5432
        protocol = "tcp"
        hostname = "db.example.com"
      }
    `),
    good: withEntry(`
      kind = "api-gateway"
      name = "edge"
      listeners {
        name = "web"
        port = 8443
        protocol = "http"
        hostname = "*.example.com"
      }
    `),
  },
  run: ({ value }, report) => {
    const all = itemsAt(value, 'listeners');
    if (all.length === 0) report('', 'has no listeners; a gateway needs at least one');
    const names = new Set<string>();
    for (const [i, listener] of all.entries()) {
      const name = textAt(listener, 'name');
      if (!listenerName.test(name))
        report(
          `listeners[${i}]`,
          `needs a name of lower-case letters, digits, dots and inner dashes, not ${quote(name)}`,
        );
      else if (names.has(name))
        report(`listeners[${i}]`, `has the name ${quote(name)} of another listener; names must be unique`);
      names.add(name);
      listenerFaults(listener, `listeners[${i}]`, report);
    }
    mergeFaults(all, report);
  },
});
