/** service-router, service-splitter: where requests go. */
import type { Value } from '../../../text/value.ts';
import { find, itemsAt, numberAt, textAt } from '../../select.ts';
import type { Check } from '../check.ts';
import { conditionFaults, methodFaults, pathFaults } from './common.ts';
import { ofEntries } from './entry.ts';

const headerTests = ['present', 'exact', 'prefix', 'suffix', 'regex'];
const queryTests = ['present', 'exact', 'regex'];

const router = ofEntries({
  id: 'service-router',
  kinds: ['service-router'],
  keys: ['routes[].match.http', 'routes[].destination.prefix_rewrite'],
  docs: 'A route has one condition on the path at most; conditions on headers and the query have a name and one test each; a prefix can only be rewritten where one was matched.',
  run: ({ value }, say) => {
    for (const [i, route] of itemsAt(value, 'routes').entries()) {
      const http = `routes[${i}].match.http`;
      pathFaults(value, http, say);
      conditionFaults(value, `${http}.header`, headerTests, say);
      conditionFaults(value, `${http}.query_param`, queryTests, say);
      methodFaults(value, `${http}.methods`, say);
      const matchesPath = ['path_exact', 'path_prefix'].some(
        (key) => textAt(route, `match.http.${key}`) !== '',
      );
      if (textAt(route, 'destination.prefix_rewrite') !== '' && !matchesPath) {
        say(
          `routes[${i}].destination.prefix_rewrite`,
          'replaces a path that was matched, so the route needs path_exact or path_prefix',
        );
      }
    }
  },
});

/** Weights count in hundredths; Consul rounds them there, as 32-bit floats. */
const hundredths = (split: Value): number =>
  Math.round(Math.fround(Math.fround(numberAt(split, 'weight') ?? 0) * 100));

const splitKey = (split: Value, name: string): string =>
  JSON.stringify([
    textAt(split, 'service') || name,
    textAt(split, 'service_subset'),
    textAt(split, 'namespace'),
    textAt(split, 'partition'),
  ]);

const splitter = ofEntries({
  id: 'service-splitter',
  kinds: ['service-splitter'],
  keys: ['splits'],
  docs: 'Splits name each destination once, and their weights add up to 100.',
  run: ({ value, name }, say) => {
    const splits = itemsAt(value, 'splits');
    if (splits.length === 0) {
      say(
        'splits',
        'is empty; an entry that splits nothing is refused. (A list of one empty block counts as empty, too.)',
      );
      return;
    }
    const seen = new Set<string>();
    for (const [i, split] of splits.entries()) {
      const hasHeaders = find(split, 'request_headers') || find(split, 'response_headers');
      if (hasHeaders) continue;
      const key = splitKey(split, name);
      if (seen.has(key)) say(`splits[${i}]`, 'has the destination of another split; name each once');
      seen.add(key);
    }
    const sum = splits.map(hundredths).reduce((total, weight) => total + weight, 0);
    if (sum !== 10_000) say('splits', `has weights that add up to ${sum / 100}, not to 100`);
  },
});

export const discovery: readonly Check[] = [router, splitter];
