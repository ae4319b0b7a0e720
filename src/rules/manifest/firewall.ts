import { rule } from '../rule.ts';

export const manifestFirewall = rule({
  id: 'manifest/firewall',
  scope: 'reader',
  source: 'manifest',
  severity: 'error',
  options: [],
  docs: {
    summary: 'The firewall rules cannot name the nodes of the cluster.',
    rationale:
      'A node without an address in the manifest would be shut out by all others, and lists of more than 500 ' +
      'addresses are not written. `cluster` gives the networks of the agents instead. An item that is not an ' +
      'IP address or a network is refused.',
    bad: { 'cluster.yaml': 'consul: "1.20"\nservers: [srv1, srv2, srv3]\nfirewall: { nftables: true }\n' },
    good: {
      'cluster.yaml':
        'consul: "1.20"\nservers: [srv1, srv2, srv3]\nfirewall: { nftables: true, cluster: [10.20.0.0/16] }\n',
    },
  },
});
