import { rule } from '../rule.ts';

export const livePeerMissing = rule({
  id: 'live/peer-missing',
  scope: 'reader',
  source: 'live',
  severity: {
    default: 'error',
    warning: 'when the server is a peer without a vote',
  },
  options: [],
  docs: {
    summary: 'A server of the files is not a voter among the Raft peers.',
    rationale:
      'The quorum is counted from the peers. With a server less the cluster tolerates fewer failures than the files promise.',
    bad: {
      'cluster.yaml': 'consul: "1.20"\nservers: [srv1, srv2, srv3]\n',
      'answers/srv1.json':
        '{ "/v1/operator/raft/configuration?stale": { "Servers": [{ "Node": "srv1", "Address": "10.0.0.11:8300", "Leader": true, "Voter": true }, { "Node": "srv2", "Address": "10.0.0.12:8300", "Voter": true }] } }',
    },
    good: {
      'cluster.yaml': 'consul: "1.20"\nservers: [srv1, srv2, srv3]\n',
      'answers/srv1.json': '{}',
    },
  },
});
