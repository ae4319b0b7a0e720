/** The functions of go-sockaddr: the interfaces of the host, chosen, sorted and read. What they yield is not known. */

import { own } from '../../util/collections.ts';
import { parseCidr, parseIp } from '../../util/ip.ts';
import { isRe2 } from '../grammar/re2.ts';
import { TemplateError } from './ast.ts';
import { type Result, unknown, type Value } from './values.ts';

export type Parameter = 'string' | 'int' | 'uint' | 'addresses' | 'any';

export interface Signature {
  readonly takes: readonly Parameter[];
  readonly run: (args: readonly Value[]) => Result;
}

/** Always the loopback address, on any host. */
const someAddresses: Value = { type: 'addresses', empty: false };
const maybeAddresses: Value = { type: 'addresses', empty: undefined };

const text = (value: Value | undefined): string | undefined =>
  value?.type === 'string' ? value.value : undefined;

const attributes = new Set([
  'name',
  'mtu',
  'hwaddr',
  'flags',
  'string',
  'type',
  'host',
  'address',
  'port',
  'netmask',
  'network',
  'mask_bits',
  'binary',
  'hex',
  'first_usable',
  'last_usable',
  'octets',
  'size',
  'broadcast',
  'uint32',
  'uint128',
  'dialpacket',
  'dialstream',
  'listenpacket',
  'liststream',
  'path',
]);

export const sockaddr: Readonly<Record<string, Signature>> = {
  GetAllInterfaces: { takes: [], run: () => someAddresses },
  GetDefaultInterfaces: { takes: [], run: () => maybeAddresses },
  GetPrivateInterfaces: { takes: [], run: () => maybeAddresses },
  GetPublicInterfaces: { takes: [], run: () => maybeAddresses },
  GetPrivateIP: { takes: [], run: () => unknown },
  GetPrivateIPs: { takes: [], run: () => unknown },
  GetPublicIP: { takes: [], run: () => unknown },
  GetPublicIPs: { takes: [], run: () => unknown },
  GetInterfaceIP: { takes: ['string'], run: () => unknown },
  GetInterfaceIPs: { takes: ['string'], run: () => unknown },
  sort: { takes: ['string', 'addresses'], run: sort },
  include: { takes: ['string', 'string', 'addresses'], run: filter },
  exclude: { takes: ['string', 'string', 'addresses'], run: filter },
  attr: { takes: ['string', 'any'], run: attribute },
  join: {
    takes: ['string', 'string', 'addresses'],
    run: ([name, , addresses]) => attribute([name ?? unknown, addresses ?? unknown]),
  },
  limit: { takes: ['uint', 'addresses'], run: () => maybeAddresses },
  offset: { takes: ['int', 'addresses'], run: () => maybeAddresses },
  unique: { takes: ['string', 'addresses'], run: unique },
  math: { takes: ['string', 'string', 'addresses'], run: math },
};

function attribute([name, of]: readonly Value[]): Value {
  if (of?.type !== 'addresses' && of?.type !== 'unknown')
    throw new TemplateError('attr reads interfaces only');
  const wanted = text(name)?.toLowerCase();
  if (of.type === 'addresses' && of.empty === false && wanted !== undefined && !attributes.has(wanted)) {
    throw new TemplateError(`interfaces have no attribute ${JSON.stringify(wanted)}`);
  }
  return unknown;
}

function sort([clauses, of]: readonly Value[]): Value {
  for (const clause of text(clauses)?.split(',') ?? []) {
    if (!/^[+-]?(?:address|default|name|port|private|size|type)$/.test(clause.trim().toLowerCase())) {
      throw new TemplateError(`unknown sort type ${JSON.stringify(clause)}`);
    }
  }
  return of ?? unknown;
}

const flags = new Set([
  'broadcast',
  'down',
  'forwardable',
  'global unicast',
  'interface-local multicast',
  'link-local multicast',
  'link-local unicast',
  'loopback',
  'multicast',
  'point-to-point',
  'unspecified',
  'up',
]);

const rfcs = new Set([
  919, 1112, 1122, 1918, 2544, 2765, 2928, 3056, 3068, 3171, 3330, 3849, 3927, 4038, 4193, 4291, 4380, 4773,
  4843, 5180, 5735, 5737, 6052, 6333, 6598, 6666, 6890, 7335,
]);

/** What a selector takes; the agent refuses anything else whatever interfaces there are. */
const selectors: Readonly<Record<string, (argument: string) => boolean>> = {
  address: isRe2,
  name: isRe2,
  port: isRe2,
  flag: (argument) =>
    argument
      .toLowerCase()
      .split('|')
      .every((flag) => flags.has(flag)),
  network: (argument) => argument.split('|').every((network) => parseIp(network) || parseCidr(network)),
  rfc: (argument) => argument.split('|').every((number) => /^\d+$/.test(number) && rfcs.has(Number(number))),
  size: (argument) => /^\d+$/.test(argument),
  type: (argument) =>
    argument
      .toLowerCase()
      .split('|')
      .every((type) => ['ip', 'ipv4', 'ipv6', 'unix'].includes(type)),
};

function filter([selector, argument]: readonly Value[]): Value {
  const name = text(selector)?.toLowerCase();
  if (name === undefined) return maybeAddresses;
  const accepts = own(selectors, name === 'flags' || name === 'rfcs' ? name.slice(0, -1) : name);
  if (!accepts) throw new TemplateError(`no selector ${JSON.stringify(name)}`);
  const value = text(argument);
  if (value !== undefined && !accepts(value)) {
    throw new TemplateError(`the selector ${name} does not take ${JSON.stringify(value)}`);
  }
  return maybeAddresses;
}

function unique([name, of]: readonly Value[]): Value {
  const wanted = text(name)?.toLowerCase();
  const certain = of?.type === 'addresses' && of.empty === false;
  if (certain && wanted !== undefined && wanted !== 'address' && wanted !== 'name') {
    throw new TemplateError(`unique does not take ${JSON.stringify(wanted)}`);
  }
  return of ?? unknown;
}

function math([operation, operand, of]: readonly Value[]): Value {
  const [name, value] = [text(operation)?.toLowerCase(), text(operand)];
  const addresses = of ?? unknown;
  if (of?.type !== 'addresses' || of.empty !== false || name === undefined || value === undefined)
    return addresses;
  const valid =
    name === 'mask'
      ? /^\d+$/.test(value) && Number(value) <= 32
      : ['address', 'network'].includes(name) && /^[+-]\d+$/.test(value);
  if (!valid) throw new TemplateError(`math cannot do ${JSON.stringify(name)} with ${JSON.stringify(value)}`);
  return addresses;
}
