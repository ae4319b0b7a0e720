import { rule } from '../rule.ts';

export const manifestInvalid = rule({
  id: 'manifest/invalid',
  scope: 'reader',
  source: 'manifest',
  severity: 'error',
  options: [],
  docs: {
    summary: 'The manifest is not YAML, or has a key or value that a manifest cannot have.',
    rationale:
      'What is not understood would not be rendered. A key that is similar to a known one is named with it; ' +
      'options of agents belong under `config`.',
    bad: { 'cluster.yaml': 'consul: "1.20"\nserver: [srv1, srv2, srv3]\n' },
    good: { 'cluster.yaml': 'consul: "1.20"\nservers: [srv1, srv2, srv3]\n' },
  },
});
