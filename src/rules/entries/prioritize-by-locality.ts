import { textAt } from '../../model/value-path.ts';
import { ofEntries } from '../forms/entries.ts';
import { withEntry } from '../forms/examples.ts';

export const entriesPrioritizeByLocality = ofEntries({
  id: 'entries/prioritize-by-locality',
  kinds: ['proxy-defaults', 'service-resolver'],
  keys: ['prioritize_by_locality.mode'],
  docs: {
    summary: 'Locality-aware routing is set, which only Consul Enterprise has.',
    rationale:
      'The community edition refuses any mode of prioritize_by_locality, and an empty one has no ' +
      'effect.',
    bad: withEntry(`
      kind = "service-resolver"
      name = "web"
      prioritize_by_locality {
        mode = "failover"
      }
    `),
    good: withEntry(`
      kind = "service-resolver"
      name = "web"
    `),
  },
  run: ({ value }, report) => {
    const key = 'prioritize_by_locality.mode';
    if (textAt(value, key) !== '')
      report(key, 'is refused by the community edition; remove prioritize_by_locality');
  },
});
