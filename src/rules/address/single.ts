import { rule } from '../rule.ts';
import { isRead, single } from './support/address-options.ts';
import { countFault } from './support/addresses.ts';

export const addressSingle = rule({
  scope: 'agent',
  source: 'consul',
  id: 'address/single',
  severity: 'error',
  options: single,
  docs: { summary: 'Advertised and gossip addresses are one IP address each; empty means not set.' },
  run: (subject, report) => {
    for (const path of single.filter((option) => isRead(option, subject))) {
      const message = countFault(path, subject.network.of(path), { min: 0, unix: false });
      if (message) report({ path, message });
    }
  },
});
