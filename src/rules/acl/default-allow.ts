import { aclsEnabled, isFragment, isServer } from '../../subjects/agent/predicates.ts';
import { replaceValue, setOption } from '../../subjects/edits.ts';
import { rule } from '../rule.ts';

export const aclDefaultAllow = rule({
  id: 'acl/default-allow',
  scope: 'node',
  source: 'runtime',
  severity: 'warning',
  options: ['acl.default_policy', 'acl.enabled'],
  fix: 'unsafe',
  docs: {
    summary: 'ACLs are on, but requests that no rule covers are allowed.',
    rationale:
      'default_policy is allow unless it is set: requests without a token can still do anything. The servers decide; ' +
      'a client need not repeat it. Create the tokens before you set it to deny.',
    bad: { 'consul.hcl': 'data_dir = "/var/lib/consul"\nserver = true\n\nacl {\n  enabled = true\n}\n' },
    good: {
      'consul.hcl':
        'data_dir = "/var/lib/consul"\nserver = true\n\nacl {\n  enabled = true\n  default_policy = "deny"\n}\n',
    },
  },
  run(node, report) {
    const { config } = node;
    const path = 'acl.default_policy';
    const written = config.value(path);
    if (!aclsEnabled(config) || config.string(path) !== 'allow') return;
    if (!written && (!isServer(node) || isFragment(node))) return;
    const edits = written ? [replaceValue(written, '"deny"')] : setOption(node, path, '"deny"');
    report({
      at: config.at(written ? path : 'acl.enabled'),
      path,
      message:
        `ACLs are on but ${path} is ${written ? '"allow"' : 'not set, which means "allow"'}: requests without a token ` +
        'can do anything that no rule denies; write "deny" once agents and services have their tokens',
      ...(edits && { fix: { title: 'Set acl.default_policy to "deny"', safe: false, edits } }),
    });
  },
});
