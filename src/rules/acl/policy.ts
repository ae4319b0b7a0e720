import { startupRule } from '../forms/startup.ts';

export const aclPolicy = startupRule({
  id: 'acl/policy',
  options: ['acl.default_policy', 'acl.down_policy', 'acl_default_policy', 'acl_down_policy'],
  summary: 'An ACL policy is none of the words that Consul knows.',
  rationale: 'The words are checked when the agent starts, also while ACLs are off.',
  bad: {
    'consul.hcl': 'data_dir = "/var/lib/consul"\n\nacl {\n  enabled = true\n  default_policy = "denied"\n}\n',
  },
  good: {
    'consul.hcl': 'data_dir = "/var/lib/consul"\n\nacl {\n  enabled = true\n  default_policy = "deny"\n}\n',
  },
});
