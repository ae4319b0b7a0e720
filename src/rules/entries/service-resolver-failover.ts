import { itemsAt, objectAt, textAt } from '../../model/value-path.ts';
import type { Value } from '../../text/tree/value.ts';
import { type Entry, ofEntries } from '../forms/entries.ts';
import { withEntry } from '../forms/examples.ts';
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
    return `names the subset ${quote(subset)}, which the entry does not define`;
  const conflicting =
    targets.length === 0
      ? undefined
      : datacenters.length > 0
        ? 'datacenters'
        : subset
          ? 'service_subset'
          : service
            ? 'service'
            : undefined;
  if (conflicting !== undefined)
    return `has both targets and ${conflicting}; write ${conflicting} in the targets, or remove these`;
  return datacenters.some((datacenter) => datacenter.kind === 'string' && datacenter.value === '')
    ? 'has an empty name among its datacenters; remove it'
    : undefined;
}

function targetFault(entry: Entry, target: Value): string | undefined {
  const enterprise = ['partition', 'namespace'].find((key) => textAt(target, key) !== '');
  const [service, subset, datacenter, peer] = ['service', 'service_subset', 'datacenter', 'peer'].map((key) =>
    textAt(target, key),
  );
  if (enterprise !== undefined) return `has ${enterprise}, which the community edition refuses`;
  if (peer && (subset || datacenter))
    return `names both a peer and a ${subset ? 'service_subset' : 'datacenter'}; keep one`;
  const isOwn = !service || service === entry.name;
  return subset && isOwn && !subsetsOf(entry).has(subset)
    ? `names the subset ${quote(subset)}, which the entry does not define`
    : undefined;
}

export const entriesServiceResolverFailover = ofEntries({
  id: 'entries/service-resolver-failover',
  kinds,
  keys: ['failover'],
  docs: {
    summary: 'A failover of a service-resolver names nothing, or something that does not exist.',
    rationale:
      'Keys of failover are subsets that the entry defines, or "*". Each value names a service, a ' +
      'subset, datacenters or targets, and targets exclude the others. A target with a peer has neither ' +
      'subset nor datacenter. Namespaces, partitions and sameness groups belong to Consul Enterprise. ' +
      'The agent refuses the entry otherwise.',
    bad: withEntry(`
      kind = "service-resolver"
      name = "web"
      failover {
        v2 {
          datacenters = ["west"]
        }
      }
    `),
    good: withEntry(`
      kind = "service-resolver"
      name = "web"
      failover {
        "*" {
          datacenters = ["west"]
        }
      }
    `),
  },
  run: (entry, report) => {
    for (const { name, value } of objectAt(entry.value, 'failover')?.members.values() ?? []) {
      const at = `failover.${name}`;
      if (name !== '*' && !subsetsOf(entry).has(name))
        report(
          at,
          `is for the subset ${quote(name)}, which the entry does not define; define it, or write "*" for all`,
        );
      const fault = failoverFault(entry, value);
      if (fault) report(at, fault);
      for (const [i, target] of itemsAt(value, 'targets').entries()) {
        const targetProblem = targetFault(entry, target);
        if (targetProblem) report(`${at}.targets[${i}]`, targetProblem);
      }
    }
  },
});
