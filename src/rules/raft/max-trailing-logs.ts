import { numbers } from '../forms/values.ts';

export const raftMaxTrailingLogs = numbers({
  id: 'raft/max-trailing-logs',
  options: ['autopilot.max_trailing_logs'],
  docs: { summary: 'How far a server may lag behind and still count as healthy; not negative.' },
  wants: '0 or more',
  accepts: (count) => count >= 0,
});
