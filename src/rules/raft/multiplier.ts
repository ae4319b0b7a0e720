import { numbers } from '../forms/values.ts';

export const raftMultiplier = numbers({
  id: 'raft/multiplier',
  options: ['performance.raft_multiplier'],
  docs: {
    summary: 'performance.raft_multiplier is outside 1 to 10.',
    rationale:
      'It multiplies the timeouts of Raft: with 1 a lost leader is noticed soonest, with 10 slow machines ' +
      'are tolerated longest; the default is 5. The agent refuses other numbers.',
    bad: {
      'consul.hcl':
        'data_dir = "/var/lib/consul"\nserver = true\n\nperformance {\n  raft_multiplier = 0\n}\n',
    },
    good: {
      'consul.hcl':
        'data_dir = "/var/lib/consul"\nserver = true\n\nperformance {\n  raft_multiplier = 1\n}\n',
    },
  },
  wants: 'from 1 to 10',
  accepts: (factor) => factor >= 1 && factor <= 10,
});
