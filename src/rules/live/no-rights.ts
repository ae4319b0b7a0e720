import { rule } from '../rule.ts';

export const liveNoRights = rule({
  id: 'live/no-rights',
  scope: 'reader',
  source: 'live',
  severity: { default: 'error', warning: 'when it is what Patroni keeps in the cluster' },
  options: [],
  docs: {
    summary: 'The token does not suffice to see the state of the cluster.',
    rationale:
      'With ACLs, an agent answers 403, or leaves out what the token may not see. agent, node, operator and keyring with "read" suffice; doctor asks for nothing else.',
    bad: {
      'cluster.yaml': 'consul: "1.20"\nservers: [srv1, srv2, srv3]\n',
      'answers/srv1.json': '{ "403 /v1/agent/self": "Permission denied" }',
    },
    good: {
      'cluster.yaml': 'consul: "1.20"\nservers: [srv1, srv2, srv3]\n',
      'answers/srv1.json': '{}',
    },
  },
});
