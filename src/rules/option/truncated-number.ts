import { rule } from '../rule.ts';

export const truncatedNumber = rule({
  id: 'option/truncated-number',
  scope: 'reader',
  source: 'consul',
  severity: 'warning',
  options: [],
  fix: 'unsafe',
  docs: {
    summary: 'An option for whole numbers has a fraction, or a number out of range.',
    rationale:
      'The agent truncates 3.5 to 3 and wraps numbers that are out of range, both without a warning.',
    bad: { 'consul.hcl': 'data_dir = "/var/lib/consul"\nserver = true\nbootstrap_expect = 3.5\n' },
    good: { 'consul.hcl': 'data_dir = "/var/lib/consul"\nserver = true\nbootstrap_expect = 3\n' },
  },
});
