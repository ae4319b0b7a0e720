import { find, objectAt, textAt } from '../../model/value-path.ts';
import type { Value } from '../../text/tree/value.ts';
import { type Entry, ofEntries } from '../forms/entries.ts';
import { withEntry } from '../forms/examples.ts';
import { quote } from '../message.ts';
import { kinds, subsetsOf } from './support/resolver.ts';

const redirectKeys = [
  'service',
  'service_subset',
  'namespace',
  'partition',
  'datacenter',
  'peer',
  'SamenessGroup',
];

function redirectFault(entry: Entry, target: Value): string | undefined {
  const enterprise = ['partition', 'namespace', 'SamenessGroup'].find((key) => textAt(target, key) !== '');
  const [service, subset, datacenter, peer] = ['service', 'service_subset', 'datacenter', 'peer'].map((key) =>
    textAt(target, key),
  );
  if (enterprise !== undefined) return `has ${enterprise}, which the community edition refuses`;
  if ((objectAt(entry.value, 'failover')?.members.size ?? 0) > 0)
    return 'cannot be combined with failover; keep one';
  if (redirectKeys.every((key) => textAt(target, key) === ''))
    return 'is empty; name a service or a datacenter';
  if (peer && (subset || datacenter))
    return `names both a peer and a ${subset ? 'service_subset' : 'datacenter'}; keep one`;
  if (!service && (subset || peer))
    return `has a ${subset ? 'service_subset' : 'peer'}, but no service; name the service`;
  return subset && service === entry.name && !subsetsOf(entry).has(subset)
    ? `names the subset ${quote(subset)}, which the entry does not define`
    : undefined;
}

export const entriesServiceResolverRedirect = ofEntries({
  id: 'entries/service-resolver-redirect',
  kinds,
  keys: ['redirect'],
  docs: {
    summary: 'A redirect of a service-resolver is empty, or has conflicting settings.',
    rationale:
      'A redirect names at least a service or a datacenter; a subset or a peer needs a service, a peer ' +
      'excludes a subset and a datacenter, and a redirect excludes failover. Namespaces, partitions and ' +
      'sameness groups belong to Consul Enterprise. The agent refuses the entry otherwise.',
    bad: withEntry(`
      kind = "service-resolver"
      name = "web"
      redirect {
        service_subset = "v2"
      }
    `),
    good: withEntry(`
      kind = "service-resolver"
      name = "web"
      redirect {
        service = "web-new"
        service_subset = "v2"
      }
    `),
  },
  run: (entry, report) => {
    const target = find(entry.value, 'redirect');
    if (!target) return;
    const fault = redirectFault(entry, target);
    if (fault) report('redirect', fault);
  },
});
