import { rule } from '../rule.ts';

export const manifestAddress = rule({
  id: 'manifest/address',
  scope: 'reader',
  source: 'manifest',
  severity: 'error',
  options: [],
  docs: {
    summary:
      'The address of a node is an IP address, a host name or a go-sockaddr template: other nodes dial it, and it stands in their join lists.',
  },
});
