import { itemsAt } from '../../model/value-path.ts';
import { ofEntries } from '../forms/entries.ts';
import { withEntry } from '../forms/examples.ts';

export const entriesTcpRouteServices = ofEntries({
  id: 'entries/tcp-route-services',
  kinds: ['tcp-route'],
  keys: ['services'],
  docs: {
    summary: 'A TCP route has several services.',
    rationale: 'The agent refuses a tcp-route entry with more than one service.',
    bad: withEntry(`
      kind = "tcp-route"
      name = "db"
      services = [{ name = "db-1" }, { name = "db-2" }]
    `),
    good: withEntry(`
      kind = "tcp-route"
      name = "db"
      services = [{ name = "db" }]
    `),
  },
  run: ({ value }, report) => {
    if (itemsAt(value, 'services').length > 1)
      report('services', 'lists several services, but a tcp-route has one; keep one');
  },
});
