import { rule } from './support/checks.ts';

export const checksIntervalAndTtl = rule({
  id: 'checks/interval-and-ttl',
  keys: ['interval', 'ttl'],
  docs: {
    summary: 'Either the agent asks at intervals, or the application reports in before its TTL runs out.',
  },
  fault: (_, { interval, ttl }) =>
    interval > 0n && ttl > 0n
      ? {
          key: 'ttl',
          message:
            'has both an interval and a ttl; keep the interval for a check that the agent runs, the ttl for one that reports in',
        }
      : undefined,
});
