import { rule } from '../rule.ts';

export const liveAnswer = rule({
  id: 'live/answer',
  scope: 'reader',
  source: 'live',
  severity: { default: 'error', warning: 'when the keyring has no answer in time' },
  options: [],
  docs: {
    summary: 'What answers is not an agent of Consul, or not as one.',
    rationale:
      'An answer is read up to 16 MB, must be JSON, and redirects are not followed: a proxy, a web server or another program listens at the address.',
    bad: {
      'cluster.yaml': 'consul: "1.20"\nservers: [srv1, srv2, srv3]\n',
      'answers/srv1.json': '{ "/v1/agent/self": "<html>" }',
    },
    good: {
      'cluster.yaml': 'consul: "1.20"\nservers: [srv1, srv2, srv3]\n',
      'answers/srv1.json': '{}',
    },
  },
});
