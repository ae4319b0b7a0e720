import { boolAt, find, itemsAt, textAt } from '../../model/value-path.ts';
import type { Value } from '../../text/tree/value.ts';
import { ofEntries, type Say } from '../forms/entries.ts';
import { conditionFaults, methodFaults, pathFaults } from './support/common.ts';
import { actions, kinds } from './support/intentions.ts';

function httpFaults(permission: Value, at: string, say: Say): void {
  const http = find(permission, 'http');
  const headers = itemsAt(http, 'header');
  const isEmpty =
    ['path_exact', 'path_prefix', 'path_regex'].every((key) => textAt(http, key) === '') &&
    headers.length === 0 &&
    itemsAt(http, 'methods').length === 0;
  if (!http) say(at, 'needs http: the requests that it is about');
  else if (isEmpty) say(`${at}.http`, 'has no conditions; name a path, headers or methods');
  for (const [k, header] of headers.entries()) {
    const cannot =
      boolAt(header, 'ignore_case') && (boolAt(header, 'present') || textAt(header, 'regex') !== '');
    if (cannot)
      say(
        `${at}.http.header[${k}]`,
        'ignores letter case, which only exact, prefix, suffix and contains can',
      );
  }
}

export const entriesIntentionsPermissions = ofEntries({
  id: 'entries/intentions-permissions',
  supersedes: ['entries/value'],
  kinds,
  keys: ['sources[].permissions'],
  docs: {
    summary:
      'A permission has an action and conditions on the HTTP request: a path at most, headers, methods; one of them at least.',
  },
  run: ({ value, isAtLeast }, say) => {
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
        if (!actions.includes(textAt(permission, 'action'))) say(at, 'needs an action, "allow" or "deny"');
        pathFaults(value, `${at}.http`, say);
        conditionFaults(value, `${at}.http.header`, tests, say);
        methodFaults(value, `${at}.http.methods`, say);
        httpFaults(permission, at, say);
      }
    }
  },
});
