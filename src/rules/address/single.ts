import { rule } from '../rule.ts';
import { isRead, single } from './support/address-options.ts';
import { countFault } from './support/addresses.ts';

export const addressSingle = rule({
  scope: 'agent',
  source: 'consul',
  id: 'address/single',
  severity: 'error',
  options: single,
  docs: {
    summary: 'An advertised address or a gossip address is not one IP address.',
    rationale:
      'The agent refuses several addresses, host names and unix sockets here. An empty value counts as ' +
      'not set.',
    bad: {
      'consul.hcl':
        'data_dir = "/var/lib/consul"\nbind_addr = "10.0.0.11"\nadvertise_addr = "srv1.example.com"\n',
    },
    good: {
      'consul.hcl': 'data_dir = "/var/lib/consul"\nbind_addr = "10.0.0.11"\nadvertise_addr = "10.0.0.11"\n',
    },
  },
  run: (subject, report) => {
    for (const path of single.filter((option) => isRead(option, subject))) {
      const message = countFault(path, subject.network.of(path), { min: 0, unix: false });
      if (message) report({ path, message });
    }
  },
});
