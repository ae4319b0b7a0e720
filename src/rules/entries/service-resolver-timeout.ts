import { numberAt } from '../../model/value-path.ts';
import { ofEntries } from '../forms/entries.ts';
import { withEntry } from '../forms/examples.ts';
import { kinds } from './support/resolver.ts';

export const entriesServiceResolverTimeout = ofEntries({
  id: 'entries/service-resolver-timeout',
  kinds,
  keys: ['connect_timeout', 'request_timeout'],
  docs: {
    summary: 'A timeout of a service-resolver is negative.',
    rationale: 'The agent refuses a negative connect_timeout or request_timeout; 0 means the default.',
    bad: withEntry(`
      kind = "service-resolver"
      name = "web"
      connect_timeout = "-5s"
    `),
    good: withEntry(`
      kind = "service-resolver"
      name = "web"
      connect_timeout = "5s"
    `),
  },
  run: ({ value }, report) => {
    for (const key of ['connect_timeout', 'request_timeout']) {
      if ((numberAt(value, key) ?? 0) < 0) report(key, 'must not be negative');
    }
  },
});
