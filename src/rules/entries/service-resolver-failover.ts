import { itemsAt, objectAt, textAt } from '../../model/value-path.ts';
import type { Value } from '../../text/tree/value.ts';
import { type Entry, ofEntries } from '../forms/entries.ts';
import { quote } from '../message.ts';
import { kinds, subsetsOf } from './support/resolver.ts';

function failoverFault(entry: Entry, value: Value): string | undefined {
  const enterprise = ['namespace', 'SamenessGroup', 'policy.mode'].find((key) => textAt(value, key) !== '');
  const [service, subset] = [textAt(value, 'service'), textAt(value, 'service_subset')];
  const [datacenters, targets] = [itemsAt(value, 'datacenters'), itemsAt(value, 'targets')];
  if (enterprise !== undefined) return `has ${enterprise}, which the community edition refuses`;
  if (!service && !subset && datacenters.length === 0 && targets.length === 0)
    return 'is empty; name a service, a subset, datacenters or targets';
  const isOwn = !service || service === entry.name;
  if (subset && isOwn && !subsetsOf(entry).has(subset))
    return `names the subset ${quote(subset)}, which ${quote(entry.name)} does not have`;
  const beside =
    targets.length === 0
      ? undefined
      : datacenters.length > 0
        ? 'datacenters'
        : subset
          ? 'service_subset'
          : service
            ? 'service'
            : undefined;
  if (beside !== undefined) return `has targets and ${beside}; targets name everything themselves`;
  return datacenters.some((datacenter) => datacenter.kind === 'string' && datacenter.value === '')
    ? 'has an empty name among its datacenters'
    : undefined;
}

function targetFault(entry: Entry, target: Value): string | undefined {
  const enterprise = ['partition', 'namespace'].find((key) => textAt(target, key) !== '');
  const [service, subset, datacenter, peer] = ['service', 'service_subset', 'datacenter', 'peer'].map((key) =>
    textAt(target, key),
  );
  if (enterprise !== undefined) return `has ${enterprise}, which the community edition refuses`;
  if (peer && (subset || datacenter))
    return `names a peer and a ${subset ? 'service_subset' : 'datacenter'}; a peer decides about both itself`;
  const isOwn = !service || service === entry.name;
  return subset && isOwn && !subsetsOf(entry).has(subset)
    ? `names the subset ${quote(subset)}, which ${quote(entry.name)} does not have`
    : undefined;
}

export const entriesServiceResolverFailover = ofEntries({
  id: 'entries/service-resolver-failover',
  kinds,
  keys: ['failover'],
  docs: {
    summary:
      'What steps in, by subset or for all (*): another service or subset, datacenters in order, or targets.',
  },
  run: (entry, say) => {
    for (const { name, value } of objectAt(entry.value, 'failover')?.members.values() ?? []) {
      const at = `failover.${name}`;
      if (name !== '*' && !subsetsOf(entry).has(name))
        say(at, `is for the subset ${quote(name)}, which there is not; write "*" for all`);
      const fault = failoverFault(entry, value);
      if (fault) say(at, fault);
      for (const [i, target] of itemsAt(value, 'targets').entries()) {
        const targetProblem = targetFault(entry, target);
        if (targetProblem) say(`${at}.targets[${i}]`, targetProblem);
      }
    }
  },
});
