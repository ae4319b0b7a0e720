import { ofEntries } from '../forms/entries.ts';

export const entriesSamenessGroup = ofEntries({
  id: 'entries/sameness-group',
  kinds: ['sameness-group'],
  keys: ['kind'],
  docs: { summary: 'Sameness groups are a matter of Consul Enterprise.' },
  run: (_, say) => say('', 'is a sameness-group, which the community edition refuses; remove the entry'),
});
