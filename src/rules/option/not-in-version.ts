import { rule } from '../rule.ts';

export const notInVersion = rule({
  id: 'option/not-in-version',
  scope: 'reader',
  source: 'consul',
  severity: 'error',
  options: [],
  docs: {
    summary: 'The target release does not know the option.',
    rationale:
      'Keys are added in minor and patch releases (tcp_use_tls came with 1.16.2). An agent that does not know one refuses ' +
      'the file, so a configuration written from newer docs stops an older agent.',
    consul: '1.20',
    bad: { 'consul.hcl': 'data_dir = "/var/lib/consul"\nraft_prevote_disabled = true\n' },
    good: { 'consul.hcl': 'data_dir = "/var/lib/consul"\n' },
  },
});
