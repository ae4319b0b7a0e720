import { numbers } from '../forms/values.ts';

export const raftMultiplier = numbers({
  id: 'raft/multiplier',
  options: ['performance.raft_multiplier'],
  docs: { summary: 'Factor of the Raft timeouts: 1 is the fastest, 10 the most patient.' },
  wants: 'from 1 to 10',
  accepts: (factor) => factor >= 1 && factor <= 10,
});
