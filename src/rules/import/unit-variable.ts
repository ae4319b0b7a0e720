import { rule } from '../rule.ts';

export const importUnitVariable = rule({
  id: 'import/unit-variable',
  scope: 'reader',
  source: 'import',
  severity: 'warning',
  options: [],
  docs: {
    summary: 'systemd gives a value of the command line when the agent starts.',
    rationale:
      'What %H or $NAME is replaced by is not in the files of the host, so that the value is not in the manifest.',
    bad: {
      'hosts/srv1/etc/consul.d/consul.hcl':
        'data_dir = "/var/lib/consul"\nserver = true\nbootstrap_expect = 1\n',
      'hosts/srv1/etc/systemd/system/consul.service':
        '[Service]\nUser=consul\nExecStart=/usr/local/bin/consul agent -config-dir=/etc/consul.d -node=%H\n',
    },
    good: {
      'hosts/srv1/etc/consul.d/consul.hcl':
        'data_dir = "/var/lib/consul"\nserver = true\nbootstrap_expect = 1\n',
      'hosts/srv1/etc/systemd/system/consul.service':
        '[Service]\nUser=consul\nExecStart=/usr/local/bin/consul agent -config-dir=/etc/consul.d -node=srv1\n',
    },
  },
});
