import { numberAt } from '../../model/value-path.ts';
import { ofEntries } from '../forms/entries.ts';
import { kinds } from './support/resolver.ts';

export const entriesServiceResolverTimeout = ofEntries({
  id: 'entries/service-resolver-timeout',
  kinds,
  keys: ['connect_timeout', 'request_timeout'],
  docs: { summary: 'Timeouts are not negative.' },
  run: ({ value }, say) => {
    for (const key of ['connect_timeout', 'request_timeout']) {
      if ((numberAt(value, key) ?? 0) < 0) say(key, 'must not be negative');
    }
  },
});
