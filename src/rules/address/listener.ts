import { quote } from '../message.ts';
import { rule } from '../rule.ts';
import { listening } from './support/address-options.ts';

export const addressListener = rule({
  scope: 'agent',
  source: 'consul',
  id: 'address/listener',
  severity: 'error',
  options: listening,
  docs: {
    summary:
      'addresses.* are IP addresses and unix:// sockets separated by blanks. They are checked even when the port is off.',
  },
  run: ({ network }, report) => {
    for (const path of listening) {
      const addresses = network.of(path);
      if (addresses.kind !== 'invalid') continue;
      report({
        path,
        message: `${path} must be IP addresses or unix:// sockets separated by blanks, not ${quote(addresses.field)}`,
      });
    }
  },
});
