import { rule } from '../rule.ts';

export const aclPolicyFile = rule({
  id: 'acl/policy-file',
  scope: 'reader',
  source: 'runtime',
  severity: {
    default: 'error',
    warning: 'of a rule for a resource that Consul does not know: it is accepted, and grants nothing',
  },
  options: [],
  docs: {
    summary: 'A rule of an ACL policy is refused, or grants nothing.',
    rationale:
      'Consul 1.16, 1.20 and 1.23 refuse a policy with another access than read, write, list or deny ("Invalid ' +
      'key_prefix policy"), and list outside of keys. A resource that they do not know, such as key_prefx, they ' +
      'accept silently, and it grants nothing. Checked where a policy is named, and where one lies in a directory.',
    bad: {
      'acl/patroni.hcl':
        'key_prefix "service/main/" {\n  policy = "wirte"\n}\n\nsession_prefix "" {\n  policy = "write"\n}\n',
    },
    good: {
      'acl/patroni.hcl':
        'key_prefix "service/main/" {\n  policy = "write"\n}\n\nsession_prefix "" {\n  policy = "write"\n}\n',
    },
  },
});
