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
      'The servers of a secondary datacenter ask the primary for its tokens with acl.tokens.replication. Until ' +
      'they have one (from here, or set through the API) tokens of the primary are unknown in their datacenter.',
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
