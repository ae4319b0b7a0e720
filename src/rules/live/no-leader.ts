import { rule } from '../rule.ts';

export const liveNoLeader = rule({
  id: 'live/no-leader',
  scope: 'reader',
  source: 'live',
  severity: 'error',
  options: [],
  docs: {
    summary: 'The cluster has no leader, or an agent knows none.',
    rationale:
      'Without a leader nothing can be written: sessions, locks and registrations stop. An agent that alone knows no leader does not reach the servers.',
    bad: {
      'cluster.yaml': 'consul: "1.20"\nservers: [srv1, srv2, srv3]\n',
      'answers/srv1.json': '{ "/v1/status/leader": "" }',
    },
    good: {
      'cluster.yaml': 'consul: "1.20"\nservers: [srv1, srv2, srv3]\n',
      'answers/srv1.json': '{}',
    },
  },
});
