import { itemsAt, textAt } from '../../model/value-path.ts';
import { ofEntries } from '../forms/entries.ts';
import { conditionFaults, methodFaults, pathFaults } from './support/common.ts';

const headerTests = ['present', 'exact', 'prefix', 'suffix', 'regex'];

const queryTests = ['present', 'exact', 'regex'];

export const entriesServiceRouter = ofEntries({
  id: 'entries/service-router',
  supersedes: ['entries/value'],
  kinds: ['service-router'],
  keys: ['routes[].match.http', 'routes[].destination.prefix_rewrite'],
  docs: {
    summary:
      'A route has one condition on the path at most; conditions on headers and the query have a name and one test each; a prefix can only be rewritten where one was matched.',
  },
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
