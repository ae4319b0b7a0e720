import { rule } from '../rule.ts';

export const ignoreWithoutReason = rule({
  id: 'settings/ignore-without-reason',
  scope: 'reader',
  source: 'settings',
  severity: 'warning',
  options: [],
  docs: {
    summary: 'A finding is ignored without a reason.',
    rationale:
      'Without a reason it cannot be seen later whether the ignore is still right, so that it has no effect: write ' +
      '`consul-cfg-ignore RULE: reason`.',
    bad: {
      'consul.hcl':
        'data_dir = "/var/lib/consul"\nclient_addr = "0.0.0.0" # consul-cfg-ignore security/open-http\n',
    },
    good: {
      'consul.hcl':
        'data_dir = "/var/lib/consul"\n' +
        'client_addr = "0.0.0.0" # consul-cfg-ignore security/open-http: behind the firewall\n',
    },
  },
});
