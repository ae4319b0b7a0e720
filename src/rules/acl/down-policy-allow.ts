import { aclsEnabled } from '../../subjects/agent/predicates.ts';
import { rule } from '../rule.ts';

export const downPolicyAllow = rule({
  id: 'acl/down-policy-allow',
  scope: 'node',
  source: 'runtime',
  severity: 'warning',
  options: ['acl.down_policy', 'acl.enabled'],
  docs: {
    summary: 'While no server can be asked about a token, every request is allowed.',
    rationale:
      'down_policy says what an agent does with a token that it cannot look up, because no server answers. With "allow" a ' +
      'made-up token registered a service, put the node into maintenance and made the agent leave; with "deny", "extend-cache" ' +
      'and "async-cache" it was refused (1.16.4, 1.20.2 and 1.23). "extend-cache", the default, goes on with tokens that are known.',
    bad: { 'consul.hcl': example('allow') },
    good: { 'consul.hcl': example('extend-cache') },
  },
  run({ config }, report) {
    const path = 'acl.down_policy';
    if (!aclsEnabled(config) || config.string(path) !== 'allow') return;
    report({
      at: config.at(path),
      path,
      message:
        'down_policy "allow" lets every token do everything at this agent while no server answers, which an attacker can ' +
        'wait for or bring about; write "extend-cache", which goes on with the tokens that are known',
    });
  },
});

function example(policy: string): string {
  return (
    'data_dir = "/var/lib/consul"\nretry_join = ["10.0.0.11"]\n\nacl {\n  enabled = true\n  default_policy = "deny"' +
    `\n  down_policy = "${policy}"\n  enable_token_persistence = true\n}\n`
  );
}
