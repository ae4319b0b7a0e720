import { rule } from '../rule.ts';

export const intentionPolicy = rule({
  id: 'acl/intention-policy',
  scope: 'node',
  source: 'runtime',
  severity: 'warning',
  supersedes: ['option/value'],
  options: ['default_intention_policy'],
  docs: {
    summary: 'The default intention policy is none of the words that Consul knows.',
    rationale:
      'Agents of 1.20 and 1.23 ignore an unknown word: the policy of the ACLs then decides over service connections, ' +
      'which is allow unless it was changed.',
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
