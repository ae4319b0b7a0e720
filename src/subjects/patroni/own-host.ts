/** Whether the Consul agent that Patroni asks is the one of its own machine, as far as files show. */

import type { Span } from '../../text/source/source.ts';
import { canonicalHost, ipFamily, isLoopback } from '../../util/addresses.ts';
import { isPlaceholder } from '../agent/predicates.ts';
import { ownAddresses } from '../cluster/peers.ts';
import type { Node, PatroniSubject } from '../subjects.ts';
import { type PatroniInstance, textOf } from './instance.ts';

export interface AskedHost {
  readonly host: string;
  readonly at: Span;
}

/** Of `url`, which wins, or of `host`; undefined where neither is set, and where it is yet to be filled in. */
export function askedHost(instance: PatroniInstance): AskedHost | undefined {
  const url = textOf(instance, 'consul.url');
  const written = url ?? textOf(instance, 'consul.host');
  if (!written || isPlaceholder(written.text)) return undefined;
  const host = withoutPort(
    url ? written.text.replace(/^\w+:\/\/(?:[^@/]*@)?/, '').replace(/\/.*$/, '') : written.text,
  );
  return host === '' ? undefined : { host: canonicalHost(host), at: written.at };
}

/** `10.0.0.1:8500`, `[::1]:8500`, `localhost`. */
const withoutPort = (text: string): string =>
  /^\[([^\]]*)\](?::\d+)?$/.exec(text)?.[1] ??
  (text.split(':').length === 2 ? text.replace(/:\d*$/, '') : text);

export type Whose = 'own' | 'of another' | 'unknown';

export function whoseHost(host: string, { instance, node }: PatroniSubject): Whose {
  if (isLoopback(host) || /^(?:0\.0\.0\.0|::|ip6-localhost|localhost\.localdomain)$/.test(host)) return 'own';
  const addresses = new Set([...patroniAddresses(instance), ...(node ? agentAddresses(node) : [])]);
  if (addresses.has(host)) return 'own';
  const family = ipFamily(host);
  if (family !== 0) return [...addresses].some((own) => ipFamily(own) === family) ? 'of another' : 'unknown';
  const names = [
    textOf(instance, 'name')?.text,
    node?.name,
    node?.host,
    node?.config.string('node_name'),
    node?.machine?.name,
  ];
  const known = names.flatMap((name) => (name ? [firstLabel(name)] : []));
  if (known.includes(firstLabel(host))) return 'own';
  // A name for several agents, or for whichever is healthy, is none of one machine.
  return known.length > 0 || /\.service\./.test(host) ? 'of another' : 'unknown';
}

const firstLabel = (name: string): string => name.toLowerCase().split('.', 1)[0]!;

/** Where Patroni and PostgreSQL listen themselves. */
const patroniAddresses = (instance: PatroniInstance): string[] =>
  ['restapi.connect_address', 'restapi.listen', 'postgresql.connect_address', 'postgresql.listen'].flatMap(
    (path) =>
      (textOf(instance, path)?.text ?? '')
        .split(',')
        .map((address) => canonicalHost(withoutPort(address.trim())))
        .filter((address) => ipFamily(address) !== 0 && !/^(?:0\.0\.0\.0|::)$/.test(address)),
  );

const agentAddresses = (node: Node): readonly string[] => [
  ...ownAddresses(node),
  ...(node.config.string('client_addr') ?? '').split(/\s+/).map(canonicalHost),
  ...(node.machine?.addresses ?? []).map(canonicalHost),
];
