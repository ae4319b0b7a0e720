import { itemsAt } from '../../model/value-path.ts';
import { ofEntries } from '../forms/entries.ts';
import { quote } from '../message.ts';
import { isPartialWildcard, kinds } from './support/intentions.ts';

export const entriesIntentionsDestination = ofEntries({
  id: 'entries/intentions-destination',
  kinds,
  keys: ['name', 'sources'],
  docs: {
    summary: 'An entry is for one service, or for all (*), and says something about at least one source.',
  },
  run: ({ value, name }, say) => {
    if (isPartialWildcard(name)) say('name', `must be a name or "*", not ${quote(name)}`);
    if (itemsAt(value, 'sources').length === 0) say('sources', 'is empty; name at least one source');
  },
});
