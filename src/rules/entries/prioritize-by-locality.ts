import { textAt } from '../../model/value-path.ts';
import { ofEntries } from '../forms/entries.ts';

export const entriesPrioritizeByLocality = ofEntries({
  id: 'entries/prioritize-by-locality',
  kinds: ['proxy-defaults', 'service-resolver'],
  keys: ['prioritize_by_locality.mode'],
  docs: { summary: 'Preferring near instances is a matter of Consul Enterprise.' },
  run: ({ value }, say) => {
    const key = 'prioritize_by_locality.mode';
    if (textAt(value, key) !== '')
      say(key, 'is refused by the community edition; remove prioritize_by_locality');
  },
});
