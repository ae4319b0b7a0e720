import { rule } from '../rule.ts';

export const livePeerUnknown = rule({
  id: 'live/peer-unknown',
  scope: 'reader',
  source: 'live',
  severity: 'warning',
  options: [],
  docs: {
    summary: 'A Raft peer is a server that the files do not have.',
    rationale:
      'It counts for the quorum: one that is gone for good is a failure that the cluster has to tolerate until it is removed.',
    bad: {
      'cluster.yaml': 'consul: "1.20"\nservers: [srv1, srv2, srv3]\n',
      'answers/srv1.json':
        '{ "/v1/operator/raft/configuration?stale": { "Servers": [{ "Node": "srv1", "Address": "10.0.0.11:8300", "Leader": true, "Voter": true }, { "Node": "srv2", "Address": "10.0.0.12:8300", "Voter": true }, { "Node": "srv3", "Address": "10.0.0.13:8300", "Voter": true }, { "Node": "srv4", "Address": "10.0.0.14:8300", "Voter": true }] } }',
    },
    good: {
      'cluster.yaml': 'consul: "1.20"\nservers: [srv1, srv2, srv3]\n',
      'answers/srv1.json': '{}',
    },
  },
});
