import { rule } from '../rule.ts';

export const liveDrift = rule({
  id: 'live/drift',
  scope: 'reader',
  source: 'live',
  severity: 'warning',
  options: [],
  docs: {
    summary: 'An agent runs an option with another value than the files say.',
    rationale:
      'The files were changed and the agent was not reloaded or restarted, or a flag on its command line wins. `/v1/agent/self` has the configuration that the agent has loaded last.',
    bad: {
      'cluster.yaml': 'consul: "1.20"\nservers: [srv1, srv2, srv3]\nconfig:\n  log_level: WARN\n',
      'answers/srv1.json': '{}',
    },
    good: {
      'cluster.yaml': 'consul: "1.20"\nservers: [srv1, srv2, srv3]\n',
      'answers/srv1.json': '{}',
    },
  },
});
