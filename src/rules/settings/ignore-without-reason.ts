import { rule } from '../rule.ts';

export const ignoreWithoutReason = rule({
  id: 'settings/ignore-without-reason',
  scope: 'reader',
  source: 'settings',
  severity: 'warning',
  options: [],
  docs: {
    summary: 'A finding is ignored, and nobody says why.',
    rationale:
      'Whoever comes next cannot tell whether the reason still holds, so an ignore counts only with one: ' +
      '`consul-cfg-ignore RULE: reason`.',
    bad: {
      'consul.hcl':
        'data_dir = "/var/lib/consul"\nclient_addr = "0.0.0.0" # consul-cfg-ignore security/open-http\n',
    },
    good: {
      'consul.hcl':
        'data_dir = "/var/lib/consul"\nclient_addr = "0.0.0.0" # consul-cfg-ignore security/open-http: behind the firewall\n',
    },
  },
});
