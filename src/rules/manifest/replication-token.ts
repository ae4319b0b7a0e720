import { rule } from '../rule.ts';

export const manifestReplicationToken = rule({
  id: 'manifest/replication-token',
  scope: 'reader',
  source: 'manifest',
  severity: 'warning',
  options: [],
  docs: {
    summary:
      'A secondary datacenter copies tokens from the primary only with a token for it, here or set through the API.',
  },
});
