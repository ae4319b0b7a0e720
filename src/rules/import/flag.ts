import { rule } from '../rule.ts';

export const importFlag = rule({
  id: 'import/flag',
  scope: 'reader',
  source: 'import',
  severity: 'warning',
  options: [],
  docs: {
    summary: 'The command line of a unit has a flag that is not an option.',
    rationale: 'A manifest holds options only, so that the rendered unit starts the agent without the flag.',
    bad: {
      'hosts/srv1/etc/consul.d/consul.hcl':
        'data_dir = "/var/lib/consul"\nserver = true\nbootstrap_expect = 1\n',
      'hosts/srv1/etc/systemd/system/consul.service':
        '[Service]\nUser=consul\nExecStart=/usr/local/bin/consul agent -config-dir=/etc/consul.d -dev\n',
    },
    good: {
      'hosts/srv1/etc/consul.d/consul.hcl':
        'data_dir = "/var/lib/consul"\nserver = true\nbootstrap_expect = 1\n',
      'hosts/srv1/etc/systemd/system/consul.service':
        '[Service]\nUser=consul\nExecStart=/usr/local/bin/consul agent -config-dir=/etc/consul.d -log-level=warn\n',
    },
  },
});
