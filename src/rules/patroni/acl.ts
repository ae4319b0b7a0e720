import { aclsEnabled } from '../../subjects/agent/predicates.ts';
import { rule } from '../rule.ts';

export const patroniAcl = rule({
  id: 'patroni/acl',
  scope: 'node',
  source: 'runtime',
  severity: 'info',
  profile: 'patroni',
  options: ['acl.enabled', 'acl.default_policy'],
  docs: {
    summary: 'With ACLs that deny by default, Patroni needs a token with three kinds of rules.',
    rationale:
      'Patroni reads and writes its keys, keeps a session, and registers a service when asked to. Its token needs ' +
      'key_prefix, session_prefix and service_prefix rules; without one of them the cluster has no leader.',
    bad: {
      'consul.hcl':
        'data_dir = "/var/lib/consul"\nserver = true\n\nacl {\n  enabled = true\n  default_policy = "deny"\n}\n',
    },
    good: { 'consul.hcl': 'data_dir = "/var/lib/consul"\nserver = true\n' },
  },
  run({ config }, report) {
    if (!aclsEnabled(config) || config.string('acl.default_policy') !== 'deny') return;
    report({
      at: config.at('acl.default_policy'),
      path: 'acl.default_policy',
      message:
        'ACLs deny by default: give Patroni a token whose policy has key_prefix and service_prefix with write and ' +
        'session_prefix with write, or it can take no leader key',
    });
  },
});
