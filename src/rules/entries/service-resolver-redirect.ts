import { find, objectAt, textAt } from '../../model/value-path.ts';
import type { Value } from '../../text/tree/value.ts';
import { type Entry, ofEntries } from '../forms/entries.ts';
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
    return 'and failover exclude each other; keep one';
  if (redirectKeys.every((key) => textAt(target, key) === ''))
    return 'is empty; name a service or a datacenter';
  if (peer && (subset || datacenter))
    return `names a peer and a ${subset ? 'service_subset' : 'datacenter'}; a peer decides about both itself`;
  if (!service && (subset || peer))
    return `has a ${subset ? 'service_subset' : 'peer'}, but no service that it is of`;
  return subset && service === entry.name && !subsetsOf(entry).has(subset)
    ? `names the subset ${quote(subset)}, which ${quote(entry.name)} does not have`
    : undefined;
}

export const entriesServiceResolverRedirect = ofEntries({
  id: 'entries/service-resolver-redirect',
  kinds,
  keys: ['redirect'],
  docs: {
    summary:
      'A redirect says where to: to a service, perhaps a subset of it, in a datacenter or at a peer. Not with failover.',
  },
  run: (entry, say) => {
    const target = find(entry.value, 'redirect');
    if (!target) return;
    const fault = redirectFault(entry, target);
    if (fault) say('redirect', fault);
  },
});
