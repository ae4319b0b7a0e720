/** The interfaces of a host as go-sockaddr sees them: one entry for each address; filters, order and attributes. */
import { contains, formatIp, isIpv4, parseCidr, parseIp } from '../../util/ip.ts';

export interface HostInterface {
  readonly name: string;
  readonly address: string;
  /** Bits of the network mask. */
  readonly bits: number;
  readonly loopback: boolean;
}

type Test = (one: HostInterface) => boolean;

const rfcs: Readonly<Record<string, readonly string[]>> = {
  '1918': ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16'],
  '3927': ['169.254.0.0/16'],
  '4193': ['fc00::/7'],
  '6598': ['100.64.0.0/10'],
  '6890': [
    ...['0.0.0.0/8', '10.0.0.0/8', '100.64.0.0/10', '127.0.0.0/8', '169.254.0.0/16', '172.16.0.0/12'],
    ...[
      '192.0.0.0/24',
      '192.0.2.0/24',
      '192.88.99.0/24',
      '192.168.0.0/16',
      '198.18.0.0/15',
      '198.51.100.0/24',
    ],
    ...['203.0.113.0/24', '240.0.0.0/4', '::1/128', '::/128', '64:ff9b::/96', '100::/64', '2001::/16'],
    ...['2002::/16', 'fc00::/7', 'fe80::/10'],
  ],
};

/** Networks whose addresses no router passes on. */
const notForwarded = [
  ...['0.0.0.0/8', '127.0.0.0/8', '169.254.0.0/16', '192.0.0.0/24', '192.0.2.0/24', '198.51.100.0/24'],
  ...[
    '203.0.113.0/24',
    '240.0.0.0/4',
    '::1/128',
    '::/128',
    '2001::/23',
    '2001:db8::/32',
    '2001:10::/28',
    'fe80::/10',
  ],
];

function isIn(networks: readonly string[], { address }: HostInterface): boolean {
  const ip = parseIp(address);
  return networks.some((text) => {
    const network = parseCidr(text);
    return (
      ip !== undefined && network !== undefined && isIpv4(ip) !== text.includes(':') && contains(network, ip)
    );
  });
}

const isV4 = ({ address }: HostInterface): boolean => !address.includes(':');
export const isForwardable: Test = (one) => !isIn(notForwarded, one);
export const isPrivate: Test = (one) => isIn(rfcs['6890']!, one);

/** What a selector of `include` and `exclude` selects; undefined where that is not known here. */
export function selector(name: string, argument: string): Test | undefined {
  switch (name.toLowerCase().replace(/^(flag|rfc)s$/, '$1')) {
    case 'name':
      return matching(argument, ({ name: own }) => own);
    case 'address':
      return matching(argument, ({ address, bits }) =>
        bits === (address.includes(':') ? 128 : 32) ? address : `${address}/${bits}`,
      );
    case 'network':
      return (one) => isIn(argument.split('|').map(asNetwork), one);
    case 'type':
      return ofTypes(argument.toLowerCase().split('|'));
    case 'flag':
      return allOf(
        argument
          .toLowerCase()
          .split('|')
          .map((flag) => flags[flag]),
      );
    case 'rfc':
      return argument.split('|').every((number) => number in rfcs)
        ? (one) => argument.split('|').some((number) => isIn(rfcs[number]!, one))
        : undefined;
    default:
      return undefined;
  }
}

const asNetwork = (text: string): string =>
  text.includes('/') ? text : `${text}/${text.includes(':') ? 128 : 32}`;

const flags: Readonly<Record<string, Test>> = {
  up: () => true,
  loopback: ({ loopback }) => loopback,
  forwardable: isForwardable,
};

const allOf = (tests: readonly (Test | undefined)[]): Test | undefined =>
  tests.some((test) => test === undefined) ? undefined : (one) => tests.every((test) => test!(one));

/** Undefined, which means that the result is not known, for a pattern of which JavaScript may think otherwise than Go. */
function matching(pattern: string, textOf: (one: HostInterface) => string): Test | undefined {
  if (!isAlike.test(pattern)) return undefined;
  const regexp = new RegExp(pattern);
  return (one) => regexp.test(textOf(one));
}

/** Letters and digits, `^`, `$`, `.`, `|`, escaped points and digits, plain classes. Few are repeated, so that no pattern takes long. */
const isAlike = /^(?!(?:[^*+?]*[*+?]){4})(?:[\^$| -]|(?:\.|\w|\\[.d]|\[\^?[\w.-]+\])[*+?]?)*$/;

function ofTypes(types: readonly string[]): Test | undefined {
  if (!types.every((type) => ['ip', 'ipv4', 'ipv6'].includes(type))) return undefined;
  return (one) => types.includes('ip') || types.includes(isV4(one) ? 'ipv4' : 'ipv6');
}

type Order = (a: HostInterface, b: HostInterface) => number;

const orders: Readonly<Record<string, Order>> = {
  name: (a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0),
  type: (a, b) => Number(isV4(b)) - Number(isV4(a)),
  size: (a, b) => (isV4(a) === isV4(b) ? a.bits - b.bits : 0),
};

/** In the order of clauses such as `type,-size`; undefined where that is not known here. */
export function sorted(
  items: readonly HostInterface[],
  clauses: string,
): readonly HostInterface[] | undefined {
  const chosen: Order[] = [];
  for (const clause of clauses.toLowerCase().split(',')) {
    const order = orders[clause.trim().replace(/^[+-]/, '')];
    if (!order) return undefined;
    chosen.push(clause.trim().startsWith('-') ? (a, b) => -order(a, b) : order);
  }
  return items.toSorted((a, b) => chosen.map((order) => order(a, b)).find((result) => result !== 0) ?? 0);
}

/** An attribute of an interface; undefined where that is not known here. */
export function attributeOf(one: HostInterface, name: string): string | undefined {
  if (name === 'name') return one.name;
  const ip = parseIp(one.address);
  return name === 'address' && ip ? formatIp(ip) : undefined;
}
