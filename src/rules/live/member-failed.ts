import { rule } from '../rule.ts';

export const liveMemberFailed = rule({
  id: 'live/member-failed',
  scope: 'reader',
  source: 'live',
  severity: {
    default: 'error',
    warning: 'when it is a client',
  },
  options: [],
  docs: {
    summary: 'A member has failed, or has left and should run.',
    rationale:
      'The other members do not reach it by gossip: its services are critical, and as a server it takes no part in the quorum.',
    bad: {
      'cluster.yaml': 'consul: "1.20"\nservers: [srv1, srv2, srv3]\n',
      'answers/srv1.json':
        '{ "/v1/agent/members": [{ "Name": "srv1", "Status": 1, "Tags": { "role": "consul", "build": "1.20.2:" } }, { "Name": "srv2", "Status": 1, "Tags": { "role": "consul", "build": "1.20.2:" } }, { "Name": "srv3", "Status": 4, "Tags": { "role": "consul", "build": "1.20.2:" } }] }',
    },
    good: {
      'cluster.yaml': 'consul: "1.20"\nservers: [srv1, srv2, srv3]\n',
      'answers/srv1.json': '{}',
    },
  },
});
