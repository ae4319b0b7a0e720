import { boolAt, find, itemsAt, textAt } from '../../model/value-path.ts';
import type { Value } from '../../text/tree/value.ts';
import { ofEntries, type ReportKey } from '../forms/entries.ts';
import { withEntry } from '../forms/examples.ts';
import { conditionFaults, methodFaults, pathFaults } from './support/common.ts';
import { actions, kinds } from './support/intentions.ts';

function httpFaults(permission: Value, at: string, report: ReportKey): void {
  const http = find(permission, 'http');
  const headers = itemsAt(http, 'header');
  const isEmpty =
    ['path_exact', 'path_prefix', 'path_regex'].every((key) => textAt(http, key) === '') &&
    headers.length === 0 &&
    itemsAt(http, 'methods').length === 0;
  if (!http) report(at, 'needs http, the requests that it applies to');
  else if (isEmpty) report(`${at}.http`, 'has no conditions; name a path, headers or methods');
  for (const [k, header] of headers.entries()) {
    const cannot =
      boolAt(header, 'ignore_case') && (boolAt(header, 'present') || textAt(header, 'regex') !== '');
    if (cannot)
      report(
        `${at}.http.header[${k}]`,
        'sets ignore_case, which works only with exact, prefix, suffix and contains; remove it',
      );
  }
}

export const entriesIntentionsPermissions = ofEntries({
  id: 'entries/intentions-permissions',
  supersedes: ['entries/value'],
  kinds,
  keys: ['sources[].permissions'],
  docs: {
    summary: 'A permission of intentions has no action, or invalid conditions on requests.',
    rationale:
      'A permission needs the action "allow" or "deny" and http with at least one condition: at most ' +
      'one of the path keys, absolute paths, headers with exactly one test each, and methods listed ' +
      'once. The agent refuses the entry otherwise.',
    bad: withEntry(`
      kind = "service-intentions"
      name = "web"
      sources {
        name = "api"
        permissions {
          action = "allow"
          http {
            path_exact = "/health"
            path_prefix = "/api/"
          }
        }
      }
    `),
    good: withEntry(`
      kind = "service-intentions"
      name = "web"
      sources {
        name = "api"
        permissions {
          action = "allow"
          http {
            path_prefix = "/api/"
          }
        }
      }
    `),
  },
  run: ({ value, isAtLeast }, report) => {
    const tests = [
      'present',
      'exact',
      'prefix',
      'suffix',
      'regex',
      ...(isAtLeast('1.17') ? ['contains'] : []),
    ];
    for (const [i, source] of itemsAt(value, 'sources').entries()) {
      for (const [j, permission] of itemsAt(source, 'permissions').entries()) {
        const at = `sources[${i}].permissions[${j}]`;
        if (!actions.includes(textAt(permission, 'action'))) report(at, 'needs an action, "allow" or "deny"');
        pathFaults(value, `${at}.http`, report);
        conditionFaults(value, `${at}.http.header`, tests, report);
        methodFaults(value, `${at}.http.methods`, report);
        httpFaults(permission, at, report);
      }
    }
  },
});
