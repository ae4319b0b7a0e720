import { rule } from '../rule.ts';
import { countFault } from './support/addresses.ts';

export const addressBindAddr = rule({
  scope: 'agent',
  source: 'consul',
  id: 'address/bind-addr',
  severity: 'error',
  options: ['bind_addr'],
  docs: {
    summary:
      'bind_addr is exactly one IP address, literal or from a template: no host name, port, network or zone.',
  },
  run: ({ network }, report) => {
    const message = countFault('bind_addr', network.of('bind_addr'), { min: 1, unix: false });
    if (message) report({ path: 'bind_addr', message });
  },
});
