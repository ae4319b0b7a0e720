import { rule } from '../rule.ts';

export const unusedIgnore = rule({
  id: 'settings/unused-ignore',
  scope: 'reader',
  source: 'settings',
  severity: 'warning',
  options: [],
  docs: {
    summary: 'An ignore does not match any finding.',
    rationale:
      'The finding has been fixed, or the rule or place is wrong. The ignore has no effect now, and would ' +
      'hide the next finding of the rule.',
    bad: {
      'consul.hcl':
        '# consul-cfg-ignore security/open-http: behind the firewall\ndata_dir = "/var/lib/consul"\n',
    },
    good: {
      'consul.hcl':
        'data_dir = "/var/lib/consul"\n# consul-cfg-ignore security/open-http: behind the firewall\n' +
        'client_addr = "0.0.0.0"\n',
    },
  },
});
