import { rule } from '../rule.ts';
import { notIp } from './support/addresses.ts';

export const addressClientAddr = rule({
  scope: 'agent',
  source: 'consul',
  id: 'address/client-addr',
  severity: 'error',
  options: ['client_addr'],
  docs: {
    summary: 'client_addr is IP addresses separated by blanks: no commas, host names or unix sockets.',
  },
  run: ({ network }, report) => {
    const addresses = network.of('client_addr');
    const path = 'client_addr';
    if (addresses.kind === 'invalid') {
      report({ path, message: `${notIp(path, addresses.field)}. Several addresses are separated by blanks` });
    } else if (addresses.kind === 'addresses' && addresses.items.some(({ kind }) => kind === 'unix')) {
      report({
        path,
        message: `${path} cannot be a unix socket, since DNS cannot use one; name it in addresses.http or its like`,
      });
    }
  },
});
