import { itemsAt } from '../../model/value-path.ts';
import { ofEntries } from '../forms/entries.ts';
import { withEntry } from '../forms/examples.ts';
import { quote } from '../message.ts';
import { isPartialWildcard, kinds } from './support/intentions.ts';

export const entriesIntentionsDestination = ofEntries({
  id: 'entries/intentions-destination',
  kinds,
  keys: ['name', 'sources'],
  docs: {
    summary: 'A service-intentions entry has an invalid destination, or no sources.',
    rationale:
      'The name of the entry must be one service or "*", and not a pattern such as "web-*", and sources ' +
      'must not be empty. The agent refuses the entry otherwise.',
    bad: withEntry(`
      kind = "service-intentions"
      name = "web-*"
      sources {
        name = "api"
        action = "allow"
      }
    `),
    good: withEntry(`
      kind = "service-intentions"
      name = "web"
      sources {
        name = "api"
        action = "allow"
      }
    `),
  },
  run: ({ value, name }, report) => {
    if (isPartialWildcard(name)) report('name', `must be a name or "*", not ${quote(name)}`);
    if (itemsAt(value, 'sources').length === 0) report('sources', 'is empty; name at least one source');
  },
});
