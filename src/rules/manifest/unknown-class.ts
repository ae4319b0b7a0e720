import { rule } from '../rule.ts';

export const manifestUnknownClass = rule({
  id: 'manifest/unknown-class',
  scope: 'reader',
  source: 'manifest',
  severity: 'error',
  options: [],
  docs: {
    summary: 'A node has a class that `classes` does not define.',
    rationale: 'What the class should add to the node is missing from its files.',
    bad: { 'cluster.yaml': 'consul: "1.20"\nservers:\n  srv1: { class: big }\n' },
    good: {
      'cluster.yaml':
        'consul: "1.20"\nclasses:\n  big: { config: { log_level: DEBUG } }\nservers:\n  srv1: { class: big }\n',
    },
  },
});
