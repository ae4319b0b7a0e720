/** Which nodes join which, over all trees: a target is the nearest node with that address or name, where one is nearest. */
import { isRoleName } from '../../subjects/agent/predicates.ts';
import { datacenterOf } from '../../subjects/cluster/clusters.ts';
import { type HostTarget, joinEntries } from '../../subjects/cluster/join.ts';
import { isSelf, ownAddresses, ownNames, serfPort } from '../../subjects/cluster/peers.ts';
import type { Node } from '../../subjects/subjects.ts';
import { isDialable, isLoopback } from '../../util/addresses.ts';
import type { Located } from '../located.ts';
import { isHostName } from './host-names.ts';

export interface Link {
  readonly from: Located;
  readonly to: Located;
}

/** Near ones first, so that what is close has come together before anything further is asked of it. */
export function joinLinks(located: readonly Located[]): readonly Link[] {
  const index = indexOf(located);
  const links = located.flatMap((from) =>
    hostTargets(from.node).flatMap((target): Link[] => {
      const to = isSelf(target, from.node) ? undefined : nearest(from, find(target, index));
      if (!to || (isLoopback(target.host) && !isNeighbour(target, from, to))) return [];
      return areRelated(from, to, index) ? [{ from, to }] : [];
    }),
  );
  return links.sort((a, b) => nearness(b) - nearness(a));
}

/** Of the agents on one machine, which their ports distinguish. */
const isNeighbour = ({ port }: HostTarget, from: Located, to: Located): boolean =>
  parentOf(from) === parentOf(to) && port === serfPort(to.node);

const nearness = ({ from, to }: Link): number => sharedSteps(from.path, to.path);

type Index = ReadonlyMap<string, readonly Located[]>;

function indexOf(located: readonly Located[]): Index {
  const index = new Map<string, Located[]>();
  for (const one of located) {
    for (const key of new Set([...ownNames(one.node), ...ownAddresses(one.node)])) {
      const list = index.get(key);
      if (list) list.push(one);
      else index.set(key, [one]);
    }
  }
  return index;
}

/** `srv1.example.com` may be the node `srv1`. */
const find = ({ host }: HostTarget, index: Index): readonly Located[] =>
  index.get(host) ?? (isDialable(host) ? [] : (index.get(host.split('.')[0]!) ?? []));

const hostTargets = ({ config }: Node): readonly HostTarget[] =>
  joinEntries(config).flatMap(({ target }) => (target.kind === 'host' ? [target] : []));

/** Undefined where several are equally near, in different directories. */
function nearest(from: Located, candidates: readonly Located[]): Located | undefined {
  const others = candidates.filter((one) => one !== from);
  if (others.length < 2) return others[0];
  const most = Math.max(...others.map(({ path }) => sharedSteps(from.path, path)));
  const near = others.filter(({ path }) => sharedSteps(from.path, path) === most);
  return near.length === 1 || near.every((one) => parentOf(one) === parentOf(near[0]!)) ? near[0] : undefined;
}

const parentOf = ({ path }: Located): string => path.slice(0, path.lastIndexOf('/') + 1);

function sharedSteps(a: string, b: string): number {
  const [one, other] = [a.split('/'), b.split('/')];
  let count = 0;
  while (count < one.length && one[count] === other[count]) count++;
  return count;
}

/**
 * Side by side, or in trees whose names say roles and hosts. From elsewhere an address may be that of another example
 * by chance, so that all targets of a client must be in the same datacenter there.
 */
function areRelated(from: Located, to: Located, index: Index): boolean {
  if (from.isNamed || from.isPicked || parentOf(from) === parentOf(to)) return true;
  const common = sharedSteps(from.path, to.path);
  const areParts = [from, to].every((one) =>
    one.path
      .split('/')
      .slice(common)
      .every((step) => isRoleName(step) || isHostName(step, one)),
  );
  if (areParts) return true;
  const targets = hostTargets(from.node);
  return (
    from.node.role === 'client' &&
    datacenterOf(from.node) === datacenterOf(to.node) &&
    targets.every((target) => !isLoopback(target.host) && find(target, index).length > 0)
  );
}
