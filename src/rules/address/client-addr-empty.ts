import { rule } from '../rule.ts';
export const addressClientAddrEmpty = rule({
  scope: 'agent',
  source: 'consul',
  id: 'address/client-addr-empty',
  severity: 'warning',
  options: ['client_addr'],
  docs: { summary: 'With an empty client_addr the agent serves no client interface: no HTTP API, no DNS.' },
  run: ({ network }, report) => {
    const addresses = network.of('client_addr');
    if (addresses.kind !== 'addresses' || addresses.items.length > 0) return;
    report({
      path: 'client_addr',
      message:
        'client_addr is empty, so the agent listens for no client: no HTTP API, DNS or gRPC. Remove the key for 127.0.0.1',
    });
  },
});
