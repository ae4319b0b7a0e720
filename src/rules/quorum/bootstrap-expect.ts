import { numbers } from '../forms/values.ts';

export const quorumBootstrapExpect = numbers({
  id: 'quorum/bootstrap-expect',
  options: ['bootstrap_expect'],
  docs: {
    summary: 'bootstrap_expect is negative.',
    rationale:
      'The agent refuses a negative number. With 0, the default, a server joins a cluster that others have formed.',
    bad: { 'consul.hcl': 'data_dir = "/var/lib/consul"\nserver = true\nbootstrap_expect = -1\n' },
    good: { 'consul.hcl': 'data_dir = "/var/lib/consul"\nserver = true\nbootstrap_expect = 3\n' },
  },
  wants: '0 or a number of servers',
  accepts: (count) => count >= 0,
});
