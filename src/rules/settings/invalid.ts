import { rule } from '../rule.ts';

export const invalidSettings = rule({
  id: 'settings/invalid',
  scope: 'reader',
  source: 'settings',
  severity: 'error',
  options: [],
  docs: {
    summary: 'consul-cfg.yaml says something that consul-cfg does not understand.',
    rationale: 'A level or an ignore that is mistyped would do nothing, and nobody would notice.',
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
