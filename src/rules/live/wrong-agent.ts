import { rule } from '../rule.ts';

export const liveWrongAgent = rule({
  id: 'live/wrong-agent',
  scope: 'reader',
  source: 'live',
  severity: 'error',
  options: [],
  docs: {
    summary: 'At the address of a node the agent of another answers.',
    rationale: 'What it runs would be compared with the files of the wrong node.',
    bad: {
      'cluster.yaml': 'consul: "1.20"\nservers: [srv1, srv2, srv3]\n',
      'answers/srv1.json': '{ "/v1/agent/self": { "Config": { "NodeName": "srv9", "Datacenter": "dc1" } } }',
    },
    good: {
      'cluster.yaml': 'consul: "1.20"\nservers: [srv1, srv2, srv3]\n',
      'answers/srv1.json': '{}',
    },
  },
});
