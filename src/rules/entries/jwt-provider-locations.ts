import { find, itemsAt, textAt } from '../../model/value-path.ts';
import { ofEntries } from '../forms/entries.ts';
import { kinds } from './support/jwt-provider.ts';

const places = ['header', 'query_param', 'cookie'];

export const entriesJwtProviderLocations = ofEntries({
  id: 'entries/jwt-provider-locations',
  kinds,
  keys: ['locations', 'forwarding'],
  docs: {
    summary:
      'A token is looked for in one named header, parameter or cookie each; claims are forwarded in a named header.',
  },
  run: ({ value }, say) => {
    for (const [i, location] of itemsAt(value, 'locations').entries()) {
      const given = places.filter((place) => find(location, place));
      if (given.length !== 1) say(`locations[${i}]`, `must have exactly one of ${places.join(', ')}`);
      else if (textAt(location, `${given[0]}.name`) === '')
        say(`locations[${i}].${given[0]}`, 'needs a name');
    }
    if (find(value, 'forwarding') && textAt(value, 'forwarding.header_name') === '')
      say('forwarding', 'needs a header_name');
  },
});
