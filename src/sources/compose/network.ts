/** What of a service of Compose other machines and containers reach: published ports, names, addresses. */
import type { PublishedPort } from '../../subjects/container.ts';
import { spanOf } from '../../text/source/source.ts';
import { itemsOf, memberOf, membersOf, textIn } from '../../text/tree/read.ts';
import type { Value } from '../../text/tree/value.ts';
import { interpolatedWord } from './interpolate.ts';
import type { Service } from './project.ts';

/** Undefined where the service has no network of its own. */
export function publishedBy({ value, variables }: Service): readonly PublishedPort[] | undefined {
  const mode = textIn(memberOf(value, 'network_mode')) ?? textIn(memberOf(value, 'net'));
  if (mode !== undefined && mode !== 'bridge') return undefined;
  return itemsOf(memberOf(value, 'ports')).flatMap(
    (item) => portOf(item, (text) => interpolatedWord(text, variables)) ?? [],
  );
}

/** Undefined for a port of UDP: only DNS and gossip have those. */
function portOf(item: Value, read: (text: string) => string): PublishedPort | undefined {
  const at = spanOf(item);
  if (item.kind === 'object') {
    const word = (name: string): string | undefined => {
      const text = textIn(memberOf(item, name));
      return text === undefined ? undefined : read(text);
    };
    if (word('protocol') === 'udp') return undefined;
    return { host: word('host_ip'), ports: rangeOf(word('target') ?? ''), at };
  }
  // Colons within brackets and braces belong to an address or a variable.
  const parts = read(textIn(item) ?? '').split(/:(?![^[]*\]|[^{]*\})/);
  const [port = '', protocol] = (parts.at(-1) ?? '').split('/');
  if (protocol === 'udp') return undefined;
  const hasHost = parts.length > 2 || (parts.length === 2 && /^(?:\[|\d+\.)/.test(parts[0]!));
  return { host: hasHost ? parts[0] : undefined, ports: rangeOf(port), at };
}

function rangeOf(text: string): PublishedPort['ports'] {
  const [, first, last] = /^(\d+)(?:-(\d+))?$/.exec(text) ?? [];
  return first === undefined ? undefined : [Number(first), Number(last ?? first)];
}

export interface Identity {
  readonly names: readonly string[];
  readonly addresses: readonly string[];
  readonly networks: readonly string[] | undefined;
}

/** Names that Docker resolves, the machine's own name, and addresses that are given. */
export function identityOf({ name, value, variables }: Service): Identity {
  const networks = memberOf(value, 'networks');
  const entries = membersOf(networks);
  const text = (at: Value | undefined): string[] => {
    const found = textIn(at);
    return found === undefined ? [] : [interpolatedWord(found, variables)];
  };
  const aliases = entries.flatMap((entry) => itemsOf(memberOf(entry.value, 'aliases')).flatMap(text));
  const names = [
    name,
    ...text(memberOf(value, 'container_name')),
    ...text(memberOf(value, 'hostname')),
    ...aliases,
  ];
  const addresses = entries.flatMap((entry) =>
    ['ipv4_address', 'ipv6_address'].flatMap((key) => text(memberOf(entry.value, key))),
  );
  const listed =
    networks?.kind === 'list'
      ? networks.items.flatMap((item) => textIn(item) ?? [])
      : entries.map((entry) => entry.name);
  const isOwn = !value.members.has('network_mode') && !value.members.has('net');
  return {
    names: names.filter((one) => !one.includes('$')).map((one) => one.toLowerCase()),
    addresses: addresses.filter((one) => !one.includes('$')),
    networks: isOwn ? (listed.length > 0 ? listed : ['default']) : undefined,
  };
}

/** How many copies run; undefined where that is not known. */
export function countOf({ value, variables }: Service): number | undefined {
  const deploy = memberOf(value, 'deploy');
  if (textIn(memberOf(deploy, 'mode'))?.startsWith('global')) return undefined;
  const written = textIn(memberOf(deploy, 'replicas')) ?? textIn(memberOf(value, 'scale'));
  if (written === undefined) return 1;
  const number = interpolatedWord(written, variables);
  return /^\d{1,3}$/.test(number) ? Number(number) : undefined;
}
