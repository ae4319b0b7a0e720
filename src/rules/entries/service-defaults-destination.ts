import { isDomainName } from '../../model/grammar/domain.ts';
import { find, itemsAt, numberAt } from '../../model/value-path.ts';
import { parseIp } from '../../util/ip.ts';
import { ofEntries } from '../forms/entries.ts';
import { withEntry } from '../forms/examples.ts';
import { quote } from '../message.ts';
import { kinds } from './support/service-defaults.ts';

export const entriesServiceDefaultsDestination = ofEntries({
  id: 'entries/service-defaults-destination',
  supersedes: ['entries/value'],
  kinds,
  keys: ['destination.addresses', 'destination.port'],
  docs: {
    summary: 'A destination outside the mesh has invalid addresses, or no port.',
    rationale:
      'destination needs at least one address, each once: an IP address or a domain name without a ' +
      'wildcard. It also needs a port from 1 to 65535. The agent refuses the entry otherwise.',
    bad: withEntry(`
      kind = "service-defaults"
      name = "mail"
      destination {
        addresses = ["*.example.com"]
        port = 25
      }
    `),
    good: withEntry(`
      kind = "service-defaults"
      name = "mail"
      destination {
        addresses = ["mail.example.com", "10.0.0.25"]
        port = 25
      }
    `),
  },
  run: ({ value }, report) => {
    const base = 'destination';
    if (!find(value, base) || find(value, 'upstream_config')) return;
    const addresses = itemsAt(value, `${base}.addresses`);
    if (addresses.length === 0)
      report(`${base}.addresses`, 'is empty; name at least one IP address or domain name');
    const seen = new Set<string>();
    for (const [i, address] of addresses.entries()) {
      const text = address.kind === 'string' ? address.value : '';
      if (seen.has(text)) report(`${base}.addresses[${i}]`, `repeats ${quote(text)}; keep one`);
      seen.add(text);
      if (!parseIp(text) && (!isDomainName(text) || text.includes('*')))
        report(
          `${base}.addresses[${i}]`,
          `must be an IP address or a domain name without a wildcard, not ${quote(text)}`,
        );
    }
    const port = numberAt(value, `${base}.port`) ?? 0;
    if (port < 1 || port > 65535) report(`${base}.port`, 'must be a port from 1 to 65535');
  },
});
