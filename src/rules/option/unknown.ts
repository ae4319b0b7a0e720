import { rule } from '../rule.ts';

export const unknownOption = rule({
  id: 'option/unknown',
  scope: 'reader',
  source: 'consul',
  severity: {
    default: 'error',
    warning: 'in a template, where the condition around the key may hold for older releases, which have it',
  },
  options: [],
  fix: 'safe',
  docs: {
    summary: 'Consul has no option of this name.',
    rationale:
      'One unknown key anywhere makes the agent refuse the whole file. It reports such keys in random order and without a ' +
      'position; letter case does not count, but - and _ do.',
    bad: { 'consul.hcl': 'data_dir = "/var/lib/consul"\nretry-join = ["srv1"]\n' },
    good: { 'consul.hcl': 'data_dir = "/var/lib/consul"\nretry_join = ["srv1"]\n' },
  },
});
