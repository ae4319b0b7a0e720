import { itemsAt, textAt } from '../../model/value-path.ts';
import { ofEntries } from '../forms/entries.ts';
import { withEntry } from '../forms/examples.ts';
import { conditionFaults, methodFaults, pathFaults } from './support/common.ts';

const headerTests = ['present', 'exact', 'prefix', 'suffix', 'regex'];

const queryTests = ['present', 'exact', 'regex'];

export const entriesServiceRouter = ofEntries({
  id: 'entries/service-router',
  supersedes: ['entries/value'],
  kinds: ['service-router'],
  keys: ['routes[].match.http', 'routes[].destination.prefix_rewrite'],
  docs: {
    summary: 'A route of a service-router has invalid conditions, or rewrites a path that it does not match.',
    rationale:
      'A route has at most one of path_exact, path_prefix and path_regex, with absolute paths; ' +
      'conditions on headers and on the query have a name and exactly one test; methods are listed ' +
      'once; prefix_rewrite needs path_exact or path_prefix. The agent refuses the entry otherwise.',
    bad: withEntry(`
      kind = "service-router"
      name = "web"
      routes {
        destination {
          service = "api"
          prefix_rewrite = "/"
        }
      }
    `),
    good: withEntry(`
      kind = "service-router"
      name = "web"
      routes {
        match {
          http {
            path_prefix = "/api/"
          }
        }
        destination {
          service = "api"
          prefix_rewrite = "/"
        }
      }
    `),
  },
  run: ({ value }, report) => {
    for (const [i, route] of itemsAt(value, 'routes').entries()) {
      const http = `routes[${i}].match.http`;
      pathFaults(value, http, report);
      conditionFaults(value, `${http}.header`, headerTests, report);
      conditionFaults(value, `${http}.query_param`, queryTests, report);
      methodFaults(value, `${http}.methods`, report);
      const matchesPath = ['path_exact', 'path_prefix'].some(
        (key) => textAt(route, `match.http.${key}`) !== '',
      );
      if (textAt(route, 'destination.prefix_rewrite') !== '' && !matchesPath) {
        report(
          `routes[${i}].destination.prefix_rewrite`,
          'replaces the matched part of a path, so the route needs path_exact or path_prefix',
        );
      }
    }
  },
});
