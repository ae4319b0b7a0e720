/** http-route and tcp-route: from the listeners of an API gateway to services. */
import type { Value } from '../../../text/value.ts';
import { isDomainName } from '../../grammar/domain.ts';
import { itemsAt, textAt } from '../../select.ts';
import { type Check, quote } from '../check.ts';
import { ofEntries, type Say } from './entry.ts';

const parents = ofEntries({
  id: 'route-parents',
  kinds: ['http-route', 'tcp-route'],
  keys: ['parents'],
  docs: 'Parents are API gateways, each named once.',
  run: ({ value }, say) => {
    const seen = new Set<string>();
    for (const [i, parent] of itemsAt(value, 'parents').entries()) {
      const kind = textAt(parent, 'kind') || 'api-gateway';
      if (kind !== 'api-gateway') say(`parents[${i}]`, `must be an api-gateway, not ${quote(kind)}`);
      const key = JSON.stringify([kind, textAt(parent, 'name'), textAt(parent, 'SectionName')]);
      if (seen.has(key)) say(`parents[${i}]`, 'names the same gateway and section a second time');
      seen.add(key);
    }
  },
});

const hostnames = ofEntries({
  id: 'http-route-hostnames',
  kinds: ['http-route'],
  keys: ['hostnames'],
  docs: 'Host names of a route are domain names without wildcards.',
  run: ({ value }, say) => {
    for (const [i, host] of itemsAt(value, 'hostnames').entries()) {
      const name = host.kind === 'string' ? host.value : '';
      if (!isDomainName(name) || name.includes('*'))
        say(`hostnames[${i}]`, `must be a domain name without wildcard, not ${quote(name)}`);
    }
  },
});

const matches = ofEntries({
  id: 'http-route-matches',
  kinds: ['http-route'],
  keys: ['rules[].matches'],
  docs: 'Conditions on headers and the query say how they compare; an exact path or a prefix begins with a slash.',
  run: ({ value }, say) => {
    for (const [i, rule] of itemsAt(value, 'rules').entries()) {
      for (const [j, match] of itemsAt(rule, 'matches').entries())
        matchFaults(match, `rules[${i}].matches[${j}]`, say);
    }
  },
});

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

const tcp = ofEntries({
  id: 'tcp-route-services',
  kinds: ['tcp-route'],
  keys: ['services'],
  docs: 'A TCP route leads to one service.',
  run: ({ value }, say) => {
    if (itemsAt(value, 'services').length > 1) say('services', 'are several; a tcp-route leads to one');
  },
});

export const routes: readonly Check[] = [parents, hostnames, matches, tcp];
