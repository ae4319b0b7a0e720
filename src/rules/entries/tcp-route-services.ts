import { itemsAt } from '../../model/value-path.ts';
import { ofEntries } from '../forms/entries.ts';

export const entriesTcpRouteServices = ofEntries({
  id: 'entries/tcp-route-services',
  kinds: ['tcp-route'],
  keys: ['services'],
  docs: { summary: 'A TCP route leads to one service.' },
  run: ({ value }, say) => {
    if (itemsAt(value, 'services').length > 1) say('services', 'are several; a tcp-route leads to one');
  },
});
