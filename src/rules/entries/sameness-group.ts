import { ofEntries } from '../forms/entries.ts';
import { withEntry } from '../forms/examples.ts';

export const entriesSamenessGroup = ofEntries({
  id: 'entries/sameness-group',
  kinds: ['sameness-group'],
  keys: ['kind'],
  docs: {
    summary: 'A sameness-group entry is written, which only Consul Enterprise has.',
    rationale: 'The community edition refuses every entry of the kind sameness-group.',
    bad: withEntry(`
      kind = "sameness-group"
      name = "all"
    `),
    good: withEntry(`
      kind = "service-defaults"
      name = "all"
    `),
  },
  run: (_, report) =>
    report('', 'is a sameness-group, which the community edition refuses; remove the entry'),
});
