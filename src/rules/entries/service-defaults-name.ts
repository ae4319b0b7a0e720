import { ofEntries } from '../forms/entries.ts';
import { kinds } from './support/service-defaults.ts';

export const entriesServiceDefaultsName = ofEntries({
  id: 'entries/service-defaults-name',
  kinds,
  keys: ['name'],
  docs: { summary: 'Defaults are for one service each; those for all are proxy-defaults.' },
  run: (entry, say) => {
    if (entry.name === '*')
      say('name', 'must name one service, not "*"; defaults for all services are a proxy-defaults entry');
  },
});
