import { find } from '../../model/value-path.ts';
import { ofEntries } from '../forms/entries.ts';
import { withEntry } from '../forms/examples.ts';
import { kinds } from './support/service-defaults.ts';

export const entriesServiceDefaultsRateLimits = ofEntries({
  id: 'entries/service-defaults-rate-limits',
  kinds,
  since: '1.17',
  keys: ['rate_limits'],
  docs: {
    summary: 'Request limits of a service are set, which only Consul Enterprise has.',
    rationale:
      'The community edition refuses rate_limits in a service-defaults entry; agents before 1.17 do not ' +
      'know the key.',
    bad: withEntry(`
      kind = "service-defaults"
      name = "web"
      rate_limits {
        instance_level {
          requests_per_second = 100
        }
      }
    `),
    good: withEntry(`
      kind = "service-defaults"
      name = "web"
    `),
  },
  run: ({ value }, report) => {
    if (find(value, 'rate_limits'))
      report(
        'rate_limits',
        'is refused by the community edition, since request limits are part of Consul Enterprise; remove it',
      );
  },
});
