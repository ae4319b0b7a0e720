import { rule } from '../rule.ts';

export const liveUnreachable = rule({
  id: 'live/unreachable',
  scope: 'reader',
  source: 'live',
  severity: 'error',
  options: [],
  docs: {
    summary: 'An agent does not answer.',
    rationale:
      'Its state, and what it runs, is not known. A connection that is refused, ends, or takes longer than --timeout is reported so, and the other agents are asked all the same.',
    bad: {
      'cluster.yaml': 'consul: "1.20"\nservers: [srv1, srv2, srv3]\n',
      'answers/srv1.json': '{ "silent": true }',
    },
    good: {
      'cluster.yaml': 'consul: "1.20"\nservers: [srv1, srv2, srv3]\n',
      'answers/srv1.json': '{}',
    },
  },
});
