import { find } from '../../model/value-path.ts';
import { ofEntries } from '../forms/entries.ts';
import { kinds } from './support/service-defaults.ts';

export const entriesServiceDefaultsRateLimits = ofEntries({
  id: 'entries/service-defaults-rate-limits',
  kinds,
  since: '1.17',
  keys: ['rate_limits'],
  docs: { summary: 'Limits on requests to a service are a matter of Consul Enterprise.' },
  run: ({ value }, say) => {
    if (find(value, 'rate_limits'))
      say(
        'rate_limits',
        'is refused by the community edition; limits on requests exist in Consul Enterprise only',
      );
  },
});
