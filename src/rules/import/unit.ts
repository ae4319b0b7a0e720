import { rule } from '../rule.ts';

export const importUnit = rule({
  id: 'import/unit',
  scope: 'reader',
  source: 'import',
  severity: 'info',
  options: [],
  docs: {
    summary: 'The unit of a host differs from the rendered one.',
    rationale:
      'The rendered unit sets its own directives, account and configuration directory. What the host ' +
      'needs of the old unit goes under `systemd` in the manifest.',
    bad: {
      'hosts/srv1/etc/consul.d/consul.hcl':
        'data_dir = "/var/lib/consul"\nserver = true\nbootstrap_expect = 1\n',
      'hosts/srv1/etc/systemd/system/consul.service':
        '[Service]\nExecStart=/usr/local/bin/consul agent -config-dir=/etc/consul.d\n',
    },
    good: {
      'hosts/srv1/etc/consul.d/consul.hcl':
        'data_dir = "/var/lib/consul"\nserver = true\nbootstrap_expect = 1\n',
    },
  },
});
