import { itemsAt, textAt } from '../../model/value-path.ts';
import type { Value } from '../../text/tree/value.ts';
import { ofEntries, type Say } from '../forms/entries.ts';
import { quote } from '../message.ts';

function matchFaults(match: Value, at: string, say: Say): void {
  for (const list of ['headers', 'query']) {
    for (const [i, condition] of itemsAt(match, list).entries()) {
      if (textAt(condition, 'name') === '') say(`${at}.${list}[${i}]`, 'needs a name');
      if (textAt(condition, 'match') === '')
        say(`${at}.${list}[${i}]`, 'needs a match: how the value is compared');
    }
  }
  const [how, path] = [textAt(match, 'path.match'), textAt(match, 'path.value')];
  if ((how === 'exact' || how === 'prefix') && !path.startsWith('/'))
    say(`${at}.path`, `must begin with a slash, not ${quote(path)}`);
}

export const entriesHttpRouteMatches = ofEntries({
  id: 'entries/http-route-matches',
  kinds: ['http-route'],
  keys: ['rules[].matches'],
  docs: {
    summary:
      'Conditions on headers and the query say how they compare; an exact path or a prefix begins with a slash.',
  },
  run: ({ value }, say) => {
    for (const [i, rule] of itemsAt(value, 'rules').entries()) {
      for (const [j, match] of itemsAt(rule, 'matches').entries())
        matchFaults(match, `rules[${i}].matches[${j}]`, say);
    }
  },
});
