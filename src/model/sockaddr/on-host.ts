/** What the functions of go-sockaddr yield on a host whose interfaces are known. */

import { TemplateError } from './ast.ts';
import { attributeOf, type HostInterface, isForwardable, isPrivate, selector, sorted } from './interfaces.ts';
import type { Value } from './values.ts';

type Interfaces = readonly HostInterface[];

/** Undefined where the result is not known all the same. */
export function onHost(name: string, args: readonly Value[], host: Interfaces): Value | undefined {
  if (Object.hasOwn(sources, name)) return sources[name]!(host, textOf(args[0]));
  const of = args.at(-1);
  if (of?.type !== 'addresses' || !of.items) return undefined;
  return transform(name, args, of.items);
}

const textOf = (value: Value | undefined): string => (value?.type === 'string' ? value.value : '');

const addresses = (items: Interfaces | undefined): Value | undefined =>
  items && { type: 'addresses', empty: items.length === 0, items };

const string = (value: string | undefined): Value | undefined =>
  value === undefined ? undefined : { type: 'string', value };

/** By type and size of the network, as all of these sort. */
const inOrder = (items: Interfaces): Interfaces => sorted(items, 'type,size')!;
const isPublic = (one: HostInterface): boolean => !isPrivate(one);

const sources: Readonly<Record<string, (host: Interfaces, argument: string) => Value | undefined>> = {
  GetAllInterfaces: (host) => addresses(host),
  GetPrivateInterfaces: (host) => addresses(onlyOne(host.filter(isForwardable).filter(isPrivate))),
  GetPublicInterfaces: (host) => addresses(onlyOne(host.filter(isForwardable).filter(isPublic))),
  GetPrivateIP: (host) => first(onlyOne(host.filter(isForwardable).filter(isPrivate))),
  GetPublicIP: (host) => first(onlyOne(host.filter(isForwardable).filter(isPublic))),
  GetPrivateIPs: (host) => all(inOrder(host.filter(isForwardable).filter(isPrivate)), ' '),
  GetPublicIPs: (host) => all(inOrder(host.filter(isPublic)), ' '),
  GetInterfaceIP: (host, name) => first(named(host, name)?.filter(isForwardable)),
  GetInterfaceIPs: (host, name) => all(named(host, name), ' '),
};

/** Of several the default route decides, which is not known here. */
const onlyOne = (items: Interfaces): Interfaces | undefined => (items.length > 1 ? undefined : items);

function named(host: Interfaces, name: string): Interfaces | undefined {
  const test = selector('name', name);
  return test && inOrder(host.filter(test));
}

const first = (items: Interfaces | undefined): Value | undefined =>
  items && string(items[0] ? attributeOf(items[0], 'address') : '');

const all = (items: Interfaces | undefined, separator: string, name = 'address'): Value | undefined => {
  const texts = items?.map((one) => attributeOf(one, name));
  return texts?.every((text) => text !== undefined) ? string(texts.join(separator)) : undefined;
};

function transform(name: string, args: readonly Value[], items: Interfaces): Value | undefined {
  const [one, two] = [textOf(args[0]), textOf(args[1])];
  switch (name) {
    case 'include':
    case 'exclude': {
      const test = selector(one, two);
      return test && addresses(items.filter((item) => test(item) === (name === 'include')));
    }
    case 'sort':
      return addresses(sorted(items, one));
    case 'attr':
      return string(items[0] ? attributeOf(items[0], one.toLowerCase()) : '');
    case 'join':
      return all(items, two, one.toLowerCase());
    case 'limit':
      return args[0]?.type === 'number' ? addresses(items.slice(0, args[0].value)) : undefined;
    case 'offset':
      return args[0]?.type === 'number' ? offset(items, args[0].value) : undefined;
    default:
      return undefined;
  }
}

function offset(items: Interfaces, by: number): Value | undefined {
  if (Math.abs(by) > items.length) throw new TemplateError('the offset is behind the last interface');
  return addresses(items.slice(by));
}
