import { rule } from '../rule.ts';

export const optionType = rule({
  id: 'option/type',
  scope: 'reader',
  source: 'consul',
  severity: 'error',
  options: [],
  fix: 'safe',
  docs: {
    summary: 'A value has another type than the option.',
    rationale:
      'The decoder converts nothing: "3" is no number and "true" no boolean. Published generators emit such values, and ' +
      'the agent refuses them. Only a list of one element stands for that element.',
    bad: { 'consul.hcl': 'data_dir = "/var/lib/consul"\nserver = "true"\n' },
    good: { 'consul.hcl': 'data_dir = "/var/lib/consul"\nserver = true\n' },
  },
});
