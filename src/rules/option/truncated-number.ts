import { rule } from '../rule.ts';

export const truncatedNumber = rule({
  id: 'option/truncated-number',
  scope: 'reader',
  source: 'consul',
  severity: 'warning',
  options: [],
  fix: 'unsafe',
  docs: {
    summary: 'A fraction stands where the agent reads a whole number.',
    rationale: 'The agent cuts 3.5 to 3, and wraps numbers that are far too large, without a word.',
    bad: { 'consul.hcl': 'data_dir = "/var/lib/consul"\nserver = true\nbootstrap_expect = 3.5\n' },
    good: { 'consul.hcl': 'data_dir = "/var/lib/consul"\nserver = true\nbootstrap_expect = 3\n' },
  },
});
