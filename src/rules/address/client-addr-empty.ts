import { rule } from '../rule.ts';
export const addressClientAddrEmpty = rule({
  scope: 'agent',
  source: 'consul',
  id: 'address/client-addr-empty',
  severity: 'warning',
  options: ['client_addr'],
  docs: {
    summary: 'client_addr is empty, so the agent opens no client interface.',
    rationale:
      'An empty client_addr does not mean the default: the agent starts with a warning, and serves the HTTP API, DNS ' +
      'and gRPC only where `addresses` has an address for them.',
    bad: { 'consul.hcl': 'data_dir = "/var/lib/consul"\nbind_addr = "10.0.0.11"\nclient_addr = ""\n' },
    good: {
      'consul.hcl': 'data_dir = "/var/lib/consul"\nbind_addr = "10.0.0.11"\nclient_addr = "127.0.0.1"\n',
    },
  },
  run: ({ network }, report) => {
    const addresses = network.of('client_addr');
    if (addresses.kind !== 'addresses' || addresses.items.length > 0) return;
    report({
      path: 'client_addr',
      message:
        'client_addr is empty, so the agent opens only the client interfaces that have an address in addresses; remove the key for 127.0.0.1',
    });
  },
});
