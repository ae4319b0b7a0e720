import { rule } from '../rule.ts';

export const manifestNoNodes = rule({
  id: 'manifest/no-nodes',
  scope: 'reader',
  source: 'manifest',
  severity: {
    default: 'error',
    info:
      'in `lint`, of a file without `servers`, `clients` and `datacenters`, which is then linted as a part ' +
      'that other manifests extend',
  },
  options: [],
  docs: {
    summary: 'The manifest has no servers and no clients.',
    rationale:
      'There is nothing to render. A manifest that others extend may be without nodes; `lint` checks it as a part.',
    bad: { 'cluster.yaml': 'consul: "1.20"\nservers: []\n' },
    good: { 'cluster.yaml': 'consul: "1.20"\nservers: [srv1, srv2, srv3]\n' },
  },
});
