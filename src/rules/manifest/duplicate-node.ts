import { rule } from '../rule.ts';

export const manifestDuplicateNode = rule({
  id: 'manifest/duplicate-node',
  scope: 'reader',
  source: 'manifest',
  severity: 'error',
  options: [],
  docs: {
    summary: 'Two nodes have the same name.',
    rationale:
      'Their files would have the same paths, and the second member of a cluster with a name is refused. ' +
      'Letter case does not make a difference.',
    bad: { 'cluster.yaml': 'consul: "1.20"\nservers: [srv1, srv2, srv3]\nclients: [srv1]\n' },
    good: { 'cluster.yaml': 'consul: "1.20"\nservers: [srv1, srv2, srv3]\nclients: [app1]\n' },
  },
});
