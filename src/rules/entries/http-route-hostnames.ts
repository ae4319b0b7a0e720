import { isDomainName } from '../../model/grammar/domain.ts';
import { itemsAt } from '../../model/value-path.ts';
import { ofEntries } from '../forms/entries.ts';
import { withEntry } from '../forms/examples.ts';
import { quote } from '../message.ts';

export const entriesHttpRouteHostnames = ofEntries({
  id: 'entries/http-route-hostnames',
  kinds: ['http-route'],
  keys: ['hostnames'],
  docs: {
    summary: 'A hostname of an HTTP route is not a plain domain name.',
    rationale:
      'The agent refuses hostnames of an http-route entry that are empty, have an empty label or one ' +
      'longer than 63 bytes, or contain a wildcard.',
    bad: withEntry(`
      kind = "http-route"
      name = "web"
      hostnames = ["*.example.com"]
    `),
    good: withEntry(`
      kind = "http-route"
      name = "web"
      hostnames = ["www.example.com"]
    `),
  },
  run: ({ value }, report) => {
    for (const [i, host] of itemsAt(value, 'hostnames').entries()) {
      const name = host.kind === 'string' ? host.value : '';
      if (!isDomainName(name) || name.includes('*'))
        report(`hostnames[${i}]`, `must be a domain name without a wildcard, not ${quote(name)}`);
    }
  },
});
