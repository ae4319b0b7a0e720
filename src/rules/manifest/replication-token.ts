import { rule } from '../rule.ts';

export const manifestReplicationToken = rule({
  id: 'manifest/replication-token',
  scope: 'reader',
  source: 'manifest',
  severity: 'warning',
  options: [],
  docs: {
    summary: 'A secondary datacenter copies tokens, and has no token for it.',
    rationale:
      'The servers of a secondary datacenter copy tokens from the primary with acl.tokens.replication. Until they have ' +
      'one (from here, or set through the API), they ask the primary about each token, and deny all requests while it ' +
      'cannot be reached.',
    bad: {
      'cluster.yaml':
        'consul: "1.20"\ndatacenters:\n  east:\n    servers: [a1, a2, a3]\n  west:\n    servers: [b1, b2, b3]\nacl: {}\n',
    },
    good: {
      'cluster.yaml':
        'consul: "1.20"\ndatacenters:\n  east:\n    servers: [a1, a2, a3]\n  west:\n    servers: [b1, b2, b3]\nacl: { tokens: { replication: { generate: secrets/replication.token } } }\n',
    },
  },
});
