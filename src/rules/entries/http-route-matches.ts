import { itemsAt, textAt } from '../../model/value-path.ts';
import type { Value } from '../../text/tree/value.ts';
import { ofEntries, type ReportKey } from '../forms/entries.ts';
import { withEntry } from '../forms/examples.ts';
import { quote } from '../message.ts';

function matchFaults(match: Value, at: string, report: ReportKey): void {
  for (const list of ['headers', 'query']) {
    for (const [i, condition] of itemsAt(match, list).entries()) {
      if (textAt(condition, 'name') === '')
        report(`${at}.${list}[${i}]`, 'has no name, and the agent refuses the entry without one; write name');
      if (textAt(condition, 'match') === '')
        report(
          `${at}.${list}[${i}]`,
          'needs a match, the way in which the value is compared, such as "exact"',
        );
    }
  }
  const [how, path] = [textAt(match, 'path.match'), textAt(match, 'path.value')];
  if ((how === 'exact' || how === 'prefix') && !path.startsWith('/'))
    report(`${at}.path`, `must begin with a slash, not ${quote(path)}`);
}

export const entriesHttpRouteMatches = ofEntries({
  id: 'entries/http-route-matches',
  kinds: ['http-route'],
  keys: ['rules[].matches'],
  supersedes: ['entries/value'],
  docs: {
    summary: 'A condition of an HTTP route is incomplete, or its path is relative.',
    rationale:
      'Each condition on headers or on the query needs a name and the way in which it is matched, and ' +
      'the value of an exact or prefix path match must begin with a slash. The agent refuses the entry ' +
      'otherwise.',
    bad: withEntry(`
      kind = "http-route"
      name = "web"
      rules {
        matches {
          path {
            match = "prefix"
            value = "api"
          }
        }
      }
    `),
    good: withEntry(`
      kind = "http-route"
      name = "web"
      rules {
        matches {
          path {
            match = "prefix"
            value = "/api"
          }
        }
      }
    `),
  },
  run: ({ value }, report) => {
    for (const [i, rule] of itemsAt(value, 'rules').entries()) {
      for (const [j, match] of itemsAt(rule, 'matches').entries())
        matchFaults(match, `rules[${i}].matches[${j}]`, report);
    }
  },
});
