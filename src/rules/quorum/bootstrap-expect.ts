import { numbers } from '../forms/values.ts';

export const quorumBootstrapExpect = numbers({
  id: 'quorum/bootstrap-expect',
  options: ['bootstrap_expect'],
  docs: { summary: 'The number of servers to wait for cannot be negative.' },
  wants: '0 or a number of servers',
  accepts: (count) => count >= 0,
});
