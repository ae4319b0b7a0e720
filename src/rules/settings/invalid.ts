import { rule } from '../rule.ts';

export const invalidSettings = rule({
  id: 'settings/invalid',
  scope: 'reader',
  source: 'settings',
  severity: { default: 'error', warning: 'of the old id of a rule, which is understood' },
  options: [],
  docs: {
    summary: 'consul-cfg.yaml has a key, a rule or a value that it cannot have, or the old id of a rule.',
    rationale:
      'A mistyped level or ignore has no effect, which would not be noticed. Old ids of rules still work.',
    bad: {
      'consul-cfg.yaml': 'rules:\n  security/open-htp: off\n',
      'consul.hcl': 'data_dir = "/var/lib/consul"\n',
    },
    good: {
      'consul-cfg.yaml': 'rules:\n  security/open-http: off\n',
      'consul.hcl': 'data_dir = "/var/lib/consul"\n',
    },
  },
});
