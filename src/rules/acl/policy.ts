import { startupRule } from '../forms/startup.ts';

export const aclPolicy = startupRule({
  id: 'acl/policy',
  severity: { default: 'error', warning: 'in a template, of which the agent may not get every line' },
  options: ['acl.default_policy', 'acl.down_policy', 'acl_default_policy', 'acl_down_policy'],
  summary: 'An ACL policy is not a word that Consul knows.',
  rationale:
    'The agent checks these words when it starts, even where ACLs are off, and exits with an unknown one. ' +
    '`consul validate` does not check them.',
  bad: {
    'consul.hcl': 'data_dir = "/var/lib/consul"\n\nacl {\n  enabled = true\n  default_policy = "denied"\n}\n',
  },
  good: {
    'consul.hcl': 'data_dir = "/var/lib/consul"\n\nacl {\n  enabled = true\n  default_policy = "deny"\n}\n',
  },
});
