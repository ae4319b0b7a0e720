import { itemsAt, textAt } from '../../model/value-path.ts';
import { ofEntries } from '../forms/entries.ts';
import { withEntry } from '../forms/examples.ts';
import { quote } from '../message.ts';

export const entriesRouteParents = ofEntries({
  id: 'entries/route-parents',
  kinds: ['http-route', 'tcp-route'],
  keys: ['parents'],
  supersedes: ['entries/value'],
  docs: {
    summary: 'A parent of a route is not an API gateway, or is listed twice.',
    rationale:
      'Parents of http-route and tcp-route entries are of the kind api-gateway, the default, and the ' +
      'agent refuses other kinds and two parents with the same name and section.',
    bad: withEntry(`
      kind = "tcp-route"
      name = "db"
      parents {
        kind = "ingress-gateway"
        name = "edge"
      }
    `),
    good: withEntry(`
      kind = "tcp-route"
      name = "db"
      parents {
        kind = "api-gateway"
        name = "edge"
      }
    `),
  },
  run: ({ value }, report) => {
    const seen = new Set<string>();
    for (const [i, parent] of itemsAt(value, 'parents').entries()) {
      const kind = textAt(parent, 'kind') || 'api-gateway';
      if (kind !== 'api-gateway') report(`parents[${i}].kind`, `must be api-gateway, not ${quote(kind)}`);
      const key = JSON.stringify([kind, textAt(parent, 'name'), textAt(parent, 'SectionName')]);
      if (seen.has(key))
        report(`parents[${i}]`, 'repeats the gateway and section of another parent; keep one');
      seen.add(key);
    }
  },
});
