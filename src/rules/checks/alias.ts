import { rule } from './support/checks.ts';

export const checksAlias = rule({
  id: 'checks/alias',
  keys: ['alias_node', 'alias_service', 'ttl'],
  docs: { summary: 'An alias takes over the health of something else, and has no test of its own.' },
  fault: (_, { alias, runs, ttl }) => {
    if (alias === undefined) return undefined;
    if (runs !== undefined) return { key: runs, message: `is an alias and has ${runs} as well; keep one` };
    return ttl > 0n ? { key: 'ttl', message: 'is an alias, which has no ttl; remove it' } : undefined;
  },
});
