import { rule } from './support/checks.ts';

export const checksType = rule({
  id: 'checks/type',
  keys: [],
  docs: { summary: 'A check without anything to do must be one that reports in, with a TTL above 0.' },
  fault: (_, { alias, runs, ttl }) =>
    runs === undefined && alias === undefined && ttl <= 0n
      ? {
          key: 'ttl',
          message:
            'tests nothing; give it args, http, tcp, udp, grpc, h2ping or os_service with an interval, or a ttl above 0, or an alias',
        }
      : undefined,
});
