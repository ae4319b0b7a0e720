import { rule } from '../rule.ts';

export const liveMemberMissing = rule({
  id: 'live/member-missing',
  scope: 'reader',
  source: 'live',
  severity: {
    default: 'error',
    warning: 'when ACLs may hide members, which an agent does not report without a token',
  },
  options: [],
  docs: {
    summary: 'A node of the files is not a member of the cluster.',
    rationale: 'Its agent does not run, or has never joined.',
    bad: {
      'cluster.yaml': 'consul: "1.20"\nservers: [srv1, srv2, srv3]\n',
      'answers/srv1.json':
        '{ "/v1/agent/members": [{ "Name": "srv1", "Status": 1, "Tags": { "role": "consul", "build": "1.20.2:" } }, { "Name": "srv2", "Status": 1, "Tags": { "role": "consul", "build": "1.20.2:" } }] }',
    },
    good: {
      'cluster.yaml': 'consul: "1.20"\nservers: [srv1, srv2, srv3]\n',
      'answers/srv1.json': '{}',
    },
  },
});
