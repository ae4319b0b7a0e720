import { ofEntries } from '../forms/entries.ts';
import { withEntry } from '../forms/examples.ts';
import { kinds } from './support/service-defaults.ts';

export const entriesServiceDefaultsName = ofEntries({
  id: 'entries/service-defaults-name',
  kinds,
  keys: ['name'],
  docs: {
    summary: 'A service-defaults entry is for all services.',
    rationale:
      'A service-defaults entry configures one service, and the agent refuses the name "*". Defaults ' +
      'for all services are the proxy-defaults entry.',
    bad: withEntry(`
      kind = "service-defaults"
      name = "*"
      protocol = "http"
    `),
    good: withEntry(`
      kind = "proxy-defaults"
      name = "global"
      config {
        protocol = "http"
      }
    `),
  },
  run: (entry, report) => {
    if (entry.name === '*')
      report('name', 'must name one service, not "*"; defaults for all services are a proxy-defaults entry');
  },
});
