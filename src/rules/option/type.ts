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
      'The agent converts nothing: it refuses "3" for a number and "true" for a boolean, which published generators ' +
      'emit. Only a list of one element is read as that element.',
    bad: { 'consul.hcl': 'data_dir = "/var/lib/consul"\nserver = "true"\n' },
    good: { 'consul.hcl': 'data_dir = "/var/lib/consul"\nserver = true\n' },
  },
});
