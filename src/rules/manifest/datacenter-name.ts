import { rule } from '../rule.ts';

export const manifestDatacenterName = rule({
  id: 'manifest/datacenter-name',
  scope: 'reader',
  source: 'manifest',
  severity: 'error',
  options: [],
  docs: {
    summary: 'The name of a datacenter has characters other than letters, digits, - and _.',
    rationale: 'The agent refuses such a name. It reads the others in lower case.',
    bad: { 'cluster.yaml': 'consul: "1.20"\nservers: [srv1, srv2, srv3]\ndatacenter: dc.1\n' },
    good: { 'cluster.yaml': 'consul: "1.20"\nservers: [srv1, srv2, srv3]\ndatacenter: dc1\n' },
  },
});
