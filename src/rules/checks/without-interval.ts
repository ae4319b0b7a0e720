import { intervalTypes, rule } from './support/checks.ts';

export const checksWithoutInterval = rule({
  id: 'checks/without-interval',
  keys: ['interval', 'args', ...intervalTypes],
  docs: { summary: 'Whatever the agent runs or asks, it must know how often.' },
  fault: (_, { interval, runs }) =>
    runs !== undefined && interval <= 0n
      ? { key: runs, message: `has ${runs}, so it needs an interval above 0; write interval = "10s" or so` }
      : undefined,
});
