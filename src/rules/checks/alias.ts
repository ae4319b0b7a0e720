import { rule } from './support/checks.ts';

export const checksAlias = rule({
  id: 'checks/alias',
  keys: ['alias_node', 'alias_service', 'ttl'],
  docs: {
    summary: 'An alias check also has a test or a TTL.',
    rationale:
      'A check with alias_service or alias_node copies the health of another service or node. The ' +
      'agent refuses it together with a test or a ttl.',
    bad: {
      'consul.hcl':
        'data_dir = "/var/lib/consul"\nbind_addr = "10.0.0.11"\n\ncheck {\n  name = "web"\n' +
        '  alias_service = "web"\n  ttl = "30s"\n}\n',
    },
    good: {
      'consul.hcl':
        'data_dir = "/var/lib/consul"\nbind_addr = "10.0.0.11"\n\ncheck {\n  name = "web"\n' +
        '  alias_service = "web"\n}\n',
    },
  },
  fault: (_, { alias, runs, ttl }) => {
    if (alias === undefined) return undefined;
    if (runs !== undefined)
      return { key: runs, message: `is an alias and has ${runs} as well; remove one of them` };
    return ttl > 0n ? { key: 'ttl', message: 'is an alias, which has no ttl; remove it' } : undefined;
  },
});
