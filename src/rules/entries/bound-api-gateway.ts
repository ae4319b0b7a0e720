import { itemsAt, textAt } from '../../model/value-path.ts';
import { ofEntries } from '../forms/entries.ts';
import { quote } from '../message.ts';

export const entriesBoundApiGateway = ofEntries({
  id: 'entries/bound-api-gateway',
  kinds: ['bound-api-gateway'],
  keys: ['listeners[].certificates', 'listeners[].routes'],
  docs: { summary: 'References name an entry and its kind: an inline certificate, an HTTP or a TCP route.' },
  run: ({ value }, say) => {
    for (const [i, listener] of itemsAt(value, 'listeners').entries()) {
      for (const [list, kinds] of [
        ['certificates', ['inline-certificate']],
        ['routes', ['http-route', 'tcp-route']],
      ] as const) {
        for (const [j, reference] of itemsAt(listener, list).entries()) {
          const at = `listeners[${i}].${list}[${j}]`;
          const kind = textAt(reference, 'kind');
          if (!(kinds as readonly string[]).includes(kind))
            say(at, `must refer to ${kinds.join(' or ')}, not ${quote(kind)}`);
          if (textAt(reference, 'name') === '') say(at, 'needs a name');
        }
      }
    }
  },
});
