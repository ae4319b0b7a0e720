import { rule } from '../rule.ts';

export const manifestAgentToken = rule({
  id: 'manifest/agent-token',
  scope: 'reader',
  source: 'manifest',
  severity: 'error',
  options: [],
  docs: {
    summary: 'Clients get their certificates by auto_encrypt, and have no agent token.',
    rationale:
      'Where ACLs deny by default, servers sign the certificate of a client only for a token that may write ' +
      'its node. Without acl.tokens.agent or acl.tokens.default the client does not come up.',
    bad: {
      'cluster.yaml':
        'consul: "1.20"\nservers: [srv1, srv2, srv3]\nclients: [app1]\ntls: { clients: auto_encrypt }\nacl: {}\n',
    },
    good: {
      'cluster.yaml':
        'consul: "1.20"\nservers: [srv1, srv2, srv3]\nclients: [app1]\ntls: { clients: auto_encrypt }\nacl: { tokens: { agent: { generate: "secrets/agent-{node}.token" } } }\n',
    },
  },
});
