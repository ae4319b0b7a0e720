import { numbers } from '../forms/values.ts';

export const raftMaxTrailingLogs = numbers({
  id: 'raft/max-trailing-logs',
  options: ['autopilot.max_trailing_logs'],
  docs: {
    summary: 'autopilot.max_trailing_logs is negative.',
    rationale:
      'It is the number of Raft entries that a server may be behind the leader and still count as ' +
      'healthy. The agent refuses a negative number.',
    bad: {
      'consul.hcl':
        'data_dir = "/var/lib/consul"\nserver = true\n\nautopilot {\n  max_trailing_logs = -1\n}\n',
    },
    good: {
      'consul.hcl':
        'data_dir = "/var/lib/consul"\nserver = true\n\nautopilot {\n  max_trailing_logs = 250\n}\n',
    },
  },
  wants: '0 or more',
  accepts: (count) => count >= 0,
});
