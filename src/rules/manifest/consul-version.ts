import { rule } from '../rule.ts';

export const manifestConsulVersion = rule({
  id: 'manifest/consul-version',
  scope: 'reader',
  source: 'manifest',
  severity: 'error',
  options: [],
  docs: {
    summary: 'A release that is not known: what its agents understand cannot be told.',
  },
});
