import { isDomainName } from '../../model/grammar/domain.ts';
import { parseIp } from '../../model/grammar/ip.ts';
import { find, itemsAt, numberAt } from '../../model/value-path.ts';
import { ofEntries } from '../forms/entries.ts';
import { quote } from '../message.ts';
import { kinds } from './support/service-defaults.ts';

export const entriesServiceDefaultsDestination = ofEntries({
  id: 'entries/service-defaults-destination',
  supersedes: ['entries/value'],
  kinds,
  keys: ['destination.addresses', 'destination.port'],
  docs: {
    summary: 'A destination has IP addresses or domain names, each once and without wildcards, and one port.',
  },
  run: ({ value }, say) => {
    const base = 'destination';
    if (!find(value, base) || find(value, 'upstream_config')) return;
    const addresses = itemsAt(value, `${base}.addresses`);
    if (addresses.length === 0)
      say(`${base}.addresses`, 'is empty; name at least one IP address or domain name');
    const seen = new Set<string>();
    for (const [i, address] of addresses.entries()) {
      const text = address.kind === 'string' ? address.value : '';
      if (seen.has(text)) say(`${base}.addresses[${i}]`, `names ${quote(text)} a second time`);
      seen.add(text);
      if (!parseIp(text) && (!isDomainName(text) || text.includes('*')))
        say(
          `${base}.addresses[${i}]`,
          `must be an IP address or a domain name without wildcard, not ${quote(text)}`,
        );
    }
    const port = numberAt(value, `${base}.port`) ?? 0;
    if (port < 1 || port > 65535) say(`${base}.port`, 'must be a port from 1 to 65535');
  },
});
