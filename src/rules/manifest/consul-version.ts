import { rule } from '../rule.ts';

export const manifestConsulVersion = rule({
  id: 'manifest/consul-version',
  scope: 'reader',
  source: 'manifest',
  severity: 'error',
  options: [],
  docs: {
    summary: 'The release of Consul is not one that consul-cfg knows.',
    rationale:
      'The options that an agent accepts depend on its release, and consul-cfg checks and renders for the ' +
      'releases that it has a table for.',
    bad: { 'cluster.yaml': 'consul: "1.99"\nservers: [srv1, srv2, srv3]\n' },
    good: { 'cluster.yaml': 'consul: "1.20"\nservers: [srv1, srv2, srv3]\n' },
  },
});
