import { rule } from '../rule.ts';

export const manifestAddress = rule({
  id: 'manifest/address',
  scope: 'reader',
  source: 'manifest',
  severity: 'error',
  options: [],
  docs: {
    summary: 'The address of a node is not an IP address, a host name or a go-sockaddr template.',
    rationale:
      'Other nodes dial the address, which becomes an entry of their join lists. A port does not belong to it, ' +
      'and 0.0.0.0 is not an address that another node can dial.',
    bad: { 'cluster.yaml': 'consul: "1.20"\nservers:\n  srv1:\n    address: 10.0.0.1:8301\n' },
    good: { 'cluster.yaml': 'consul: "1.20"\nservers:\n  srv1:\n    address: 10.0.0.1\n' },
  },
});
