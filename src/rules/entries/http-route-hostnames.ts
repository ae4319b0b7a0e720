import { isDomainName } from '../../model/grammar/domain.ts';
import { itemsAt } from '../../model/value-path.ts';
import { ofEntries } from '../forms/entries.ts';
import { quote } from '../message.ts';

export const entriesHttpRouteHostnames = ofEntries({
  id: 'entries/http-route-hostnames',
  kinds: ['http-route'],
  keys: ['hostnames'],
  docs: { summary: 'Host names of a route are domain names without wildcards.' },
  run: ({ value }, say) => {
    for (const [i, host] of itemsAt(value, 'hostnames').entries()) {
      const name = host.kind === 'string' ? host.value : '';
      if (!isDomainName(name) || name.includes('*'))
        say(`hostnames[${i}]`, `must be a domain name without wildcard, not ${quote(name)}`);
    }
  },
});
