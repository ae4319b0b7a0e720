/**
 * The functions of an agent's templates: Go's own and those of go-sockaddr. What they yield of a host is not known
 * here, but what they refuse whatever the host is.
 */
import { parseCidr, parseIp } from '../grammar/ip.ts';
import { isRe2 } from '../grammar/re2.ts';
import { TemplateError } from './template-error.ts';
import { fields, isTrue, type Known, print, printf, type Result, unknown, type Value } from './values.ts';

type Parameter = 'string' | 'int' | 'uint' | 'addresses' | 'any';

interface Signature {
  readonly takes: readonly Parameter[];
  readonly run: (args: readonly Value[]) => Result;
}

/** Always the loopback address, on any host. */
const someAddresses: Value = { type: 'addresses', empty: false };
const maybeAddresses: Value = { type: 'addresses', empty: undefined };

const pass = (args: readonly Value[]): Value => args.at(-1) ?? unknown;
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

const sockaddr: Readonly<Record<string, Signature>> = {
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

/** Go's own functions take any number of arguments of any type. */
const builtIns: Readonly<Record<string, (args: readonly Value[]) => Result>> = {
  and: (args) => args.find((arg) => isTrue(arg) !== true) ?? pass(args),
  or: (args) => args.find((arg) => isTrue(arg) !== false) ?? pass(args),
  not: ([arg]) => {
    const truth = arg && isTrue(arg);
    return truth === undefined ? unknown : { type: 'bool', value: !truth };
  },
  len: ([arg]) =>
    arg?.type === 'string' ? { type: 'number', value: arg.value.length, integer: true } : lengthless(arg),
  print: (args) => print(args, false),
  println: (args) => print(args, true),
  printf,
  eq: ([first, ...others]) => compare(first, others, (a, b) => a === b),
  ne: ([first, other]) => compare(first, [other], (a, b) => a !== b),
  lt: ([first, other]) => compare(first, [other], (a, b) => a < b),
  le: ([first, other]) => compare(first, [other], (a, b) => a <= b),
  gt: ([first, other]) => compare(first, [other], (a, b) => a > b),
  ge: ([first, other]) => compare(first, [other], (a, b) => a >= b),
  html: fields,
  js: fields,
  urlquery: fields,
  index: () => unknown,
  slice: () => unknown,
  call: () => {
    throw new TemplateError('call of a value that is no function');
  },
};

const fewest: Readonly<Record<string, number>> = {
  and: 1,
  or: 1,
  not: 1,
  len: 1,
  printf: 1,
  eq: 2,
  ne: 2,
  lt: 2,
  le: 2,
  gt: 2,
  ge: 2,
  index: 1,
  slice: 1,
  call: 1,
};
const most: Readonly<Record<string, number>> = { not: 1, len: 1, ne: 2, lt: 2, le: 2, gt: 2, ge: 2 };

function lengthless(value: Value | undefined): Value {
  if (value?.type === 'addresses' || value?.type === 'unknown') return unknown;
  throw new TemplateError('len of a value that has no length');
}

function compare(
  first: Value | undefined,
  others: readonly (Value | undefined)[],
  holds: (a: Known, b: Known) => boolean,
): Value {
  if (!first || !isComparable(first)) return unknown;
  let result = false;
  for (const other of others) {
    if (!other || !isComparable(other)) return unknown;
    if (other.type !== first.type) throw new TemplateError('incompatible types for comparison');
    result ||= holds(first.value, other.value);
  }
  return { type: 'bool', value: result };
}

const isComparable = (value: Value): value is Value & { readonly value: Known } => 'value' in value;

const own = <T>(table: Readonly<Record<string, T>>, name: string): T | undefined =>
  Object.hasOwn(table, name) ? table[name] : undefined;

export const isFunction = (name: string): boolean =>
  Object.hasOwn(sockaddr, name) || Object.hasOwn(builtIns, name);

export function call(name: string, args: readonly Value[]): Result {
  const signature = own(sockaddr, name);
  if (signature) {
    if (args.length !== signature.takes.length) {
      throw new TemplateError(`${name} takes ${signature.takes.length} arguments, not ${args.length}`);
    }
    for (const [i, parameter] of signature.takes.entries()) checkType(name, parameter, args[i] ?? unknown);
    return signature.run(args);
  }
  const tooFew = args.length < (own(fewest, name) ?? 0);
  if (tooFew || args.length > (own(most, name) ?? Number.POSITIVE_INFINITY)) {
    throw new TemplateError(`wrong number of arguments for ${name}`);
  }
  return builtIns[name]?.(args) ?? unknown;
}

function checkType(name: string, parameter: Parameter, value: Value): void {
  if (parameter === 'any' || value.type === 'unknown') return;
  const type = parameter === 'int' || parameter === 'uint' ? 'number' : parameter;
  const negative = parameter === 'uint' && value.type === 'number' && value.value < 0;
  const fraction = type === 'number' && value.type === 'number' && !value.integer;
  if (value.type !== type || negative || fraction)
    throw new TemplateError(`${name} does not take such a value`);
}
