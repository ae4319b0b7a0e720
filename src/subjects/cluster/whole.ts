/** Whether all nodes of a cluster are in sight: none of their join lists leads to a machine that was not found. */
import { isDialable, isLoopback } from '../../util/addresses.ts';
import { flagsOf } from '../agent/predicates.ts';
import type { Node, Peers } from '../subjects.ts';
import type { HostTarget } from './join.ts';
import { ownAddresses, sharedNames } from './peers.ts';

/** A lookup, or a flag that is filled in later, may find any number of others. */
export function isClosed(agents: readonly Node[], peers: Peers): boolean {
  if (agents.some((node) => isOpenEnded(node, peers))) return false;
  const shared = sharedNames(agents);
  const targets = agents.flatMap((node) => unresolved(node, peers).map(({ host }) => host));
  const outside = new Set(targets.filter((host) => !shared.has(host)));
  // A name that every list has is that of the cluster; an address may be that of a node which does not write its own.
  const addresses = [...outside].filter(isDialable);
  const names = [...outside].filter((host) => !isDialable(host));
  const unaddressed = agents.filter((node) => ownAddresses(node).length === 0).length;
  return (
    addresses.length <= unaddressed && names.every((name) => agents.every((node) => lists(node, name, peers)))
  );
}

function isOpenEnded(node: Node, peers: Peers): boolean {
  const flags = flagsOf(node);
  const isUnknown = (option: string): boolean =>
    flags?.unknown.has(option) === true || node.unknown?.has(option) === true;
  if (flags?.open || isUnknown('retry_join') || isUnknown('start_join')) return true;
  return peers.entries(node).some(({ target }) => target.kind === 'dynamic');
}

const targetsOf = (node: Node, peers: Peers): readonly HostTarget[] =>
  peers.entries(node).flatMap(({ target }) => (target.kind === 'host' ? [target] : []));

const unresolved = (node: Node, peers: Peers): readonly HostTarget[] =>
  targetsOf(node, peers).filter((target) => !isLoopback(target.host) && !peers.find(target, node));

const lists = (node: Node, name: string, peers: Peers): boolean => {
  const targets = targetsOf(node, peers);
  return targets.length === 0 || targets.some(({ host }) => host === name);
};
