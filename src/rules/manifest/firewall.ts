import { rule } from '../rule.ts';

export const manifestFirewall = rule({
  id: 'manifest/firewall',
  scope: 'reader',
  source: 'manifest',
  severity: 'error',
  options: [],
  docs: {
    summary:
      'A firewall cannot be told who the cluster is: no network, an address that is not known, or too many of them.',
  },
});
