import { rule } from '../rule.ts';

export const unusedIgnore = rule({
  id: 'settings/unused-ignore',
  scope: 'reader',
  source: 'settings',
  severity: 'warning',
  options: [],
  docs: {
    summary: 'A finding is ignored that is not there.',
    rationale:
      'What was accepted once is mended, or was mistyped: the ignore hides nothing today, and the next mistake tomorrow.',
    bad: {
      'consul.hcl':
        '# consul-cfg-ignore security/open-http: behind the firewall\ndata_dir = "/var/lib/consul"\n',
    },
    good: {
      'consul.hcl':
        'data_dir = "/var/lib/consul"\n# consul-cfg-ignore security/open-http: behind the firewall\nclient_addr = "0.0.0.0"\n',
    },
  },
});
