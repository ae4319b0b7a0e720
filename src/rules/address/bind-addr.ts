import { rule } from '../rule.ts';
import { countFault } from './support/addresses.ts';

export const addressBindAddr = rule({
  scope: 'agent',
  source: 'consul',
  id: 'address/bind-addr',
  severity: 'error',
  options: ['bind_addr'],
  docs: {
    summary: 'bind_addr is not exactly one IP address.',
    rationale:
      'The agent refuses an empty bind_addr, more than one address, a host name, a unix socket, and an ' +
      'address with a port, a prefix length or a zone. 1.16 and 1.20 report a host name as an empty ' +
      'bind_addr.',
    bad: { 'consul.hcl': 'data_dir = "/var/lib/consul"\nbind_addr = "srv1.example.com"\n' },
    good: { 'consul.hcl': 'data_dir = "/var/lib/consul"\nbind_addr = "10.0.0.11"\n' },
  },
  run: ({ network }, report) => {
    const message = countFault('bind_addr', network.of('bind_addr'), { min: 1, unix: false });
    if (message) report({ path: 'bind_addr', message });
  },
});
