import { itemsAt, textAt } from '../../model/value-path.ts';
import { ofEntries } from '../forms/entries.ts';
import { withEntry } from '../forms/examples.ts';
import { quote } from '../message.ts';

export const entriesBoundApiGateway = ofEntries({
  id: 'entries/bound-api-gateway',
  kinds: ['bound-api-gateway'],
  keys: ['listeners[].certificates', 'listeners[].routes'],
  supersedes: ['entries/value'],
  docs: {
    summary: 'A reference of a bound-api-gateway entry has the wrong kind, or no name.',
    rationale:
      'Certificates must refer to the kind inline-certificate and routes to http-route or tcp-route, ' +
      'each with a name. The agent refuses the entry otherwise.',
    bad: withEntry(`
      kind = "bound-api-gateway"
      name = "edge"
      listeners {
        name = "web"
        routes {
          kind = "service-router"
          name = "web"
        }
      }
    `),
    good: withEntry(`
      kind = "bound-api-gateway"
      name = "edge"
      listeners {
        name = "web"
        routes {
          kind = "http-route"
          name = "web"
        }
      }
    `),
  },
  run: ({ value }, report) => {
    for (const [i, listener] of itemsAt(value, 'listeners').entries()) {
      for (const [list, kinds] of [
        ['certificates', ['inline-certificate']],
        ['routes', ['http-route', 'tcp-route']],
      ] as const) {
        for (const [j, reference] of itemsAt(listener, list).entries()) {
          const at = `listeners[${i}].${list}[${j}]`;
          const kind = textAt(reference, 'kind');
          if (!(kinds as readonly string[]).includes(kind))
            report(`${at}.kind`, `must be ${kinds.join(' or ')}, not ${quote(kind)}`);
          if (textAt(reference, 'name') === '')
            report(at, 'has no name, and the agent refuses the entry without one; write name');
        }
      }
    }
  },
});
