import { itemsAt, textAt } from '../../model/value-path.ts';
import { ofEntries } from '../forms/entries.ts';
import { quote } from '../message.ts';

export const entriesRouteParents = ofEntries({
  id: 'entries/route-parents',
  kinds: ['http-route', 'tcp-route'],
  keys: ['parents'],
  docs: { summary: 'Parents are API gateways, each named once.' },
  run: ({ value }, say) => {
    const seen = new Set<string>();
    for (const [i, parent] of itemsAt(value, 'parents').entries()) {
      const kind = textAt(parent, 'kind') || 'api-gateway';
      if (kind !== 'api-gateway') say(`parents[${i}]`, `must be an api-gateway, not ${quote(kind)}`);
      const key = JSON.stringify([kind, textAt(parent, 'name'), textAt(parent, 'SectionName')]);
      if (seen.has(key)) say(`parents[${i}]`, 'names the same gateway and section a second time');
      seen.add(key);
    }
  },
});
