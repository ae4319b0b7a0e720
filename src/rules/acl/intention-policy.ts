import { rule } from '../rule.ts';

export const intentionPolicy = rule({
  id: 'acl/intention-policy',
  scope: 'node',
  source: 'runtime',
  severity: 'warning',
  supersedes: ['option/value'],
  options: ['default_intention_policy'],
  docs: {
    summary: 'default_intention_policy is neither "allow" nor "deny".',
    rationale:
      'Agents of 1.20 and 1.23 ignore any other word: the default policy of the ACLs then decides whether services can ' +
      'connect, and that is allow unless it is set.',
    bad: {
      'consul.hcl': 'data_dir = "/var/lib/consul"\nserver = true\ndefault_intention_policy = "denied"\n',
    },
    good: {
      'consul.hcl': 'data_dir = "/var/lib/consul"\nserver = true\ndefault_intention_policy = "deny"\n',
    },
  },
  run({ config }, report) {
    const policy = config.string('default_intention_policy');
    if (!policy || policy === 'allow' || policy === 'deny') return;
    report({
      at: config.at('default_intention_policy'),
      path: 'default_intention_policy',
      message: `default_intention_policy must be "allow" or "deny", not ${JSON.stringify(policy)}: the agent ignores it, and the ACL default policy decides`,
    });
  },
});
