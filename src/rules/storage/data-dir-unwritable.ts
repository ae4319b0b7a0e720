import { absolutePath, nearestExisting } from '../../subjects/machine/machine.ts';
import { accountOf, canCreateIn, isMadeBySystemd } from '../../subjects/unit/account.ts';
import { rule } from '../rule.ts';

export const dataDirUnwritable = rule({
  id: 'storage/data-dir-unwritable',
  scope: 'node',
  source: 'host',
  severity: 'error',
  options: ['data_dir'],
  docs: {
    summary: 'The account of the agent can neither make nor write its data directory.',
    rationale:
      'The first thing that an agent does is to write its node id into data_dir, and it exits when it cannot. ' +
      '`consul validate` does not try. Checked with --on-host only, for the account that the unit names.',
    bad: {
      'etc/consul.d/consul.hcl': 'data_dir = "/var/lib/consul"\n',
      'etc/systemd/system/consul.service':
        '[Service]\nUser=consul\nExecStart=/usr/bin/consul agent -config-dir=/etc/consul.d\n',
      machine: 'addresses: 10.0.0.11\n',
      '/var/lib/consul/node-id': '',
      modes: '/var/lib/consul 0755 root:root\n',
    },
    good: {
      'etc/consul.d/consul.hcl': 'data_dir = "/var/lib/consul"\n',
      'etc/systemd/system/consul.service':
        '[Service]\nUser=consul\nExecStart=/usr/bin/consul agent -config-dir=/etc/consul.d\n',
      machine: 'addresses: 10.0.0.11\n',
      '/var/lib/consul/node-id': '',
      modes: '/var/lib/consul 0750 consul:consul\n',
    },
  },
  run({ config, machine, unit, facts }, report) {
    const path = absolutePath(config.string('data_dir'));
    const account = accountOf(unit);
    if (!machine || path === undefined || !account || isMadeBySystemd(unit, path)) return;
    const place = nearestExisting(machine, path);
    const found = facts(place);
    if (machine.files.stat(place) !== 'directory' || found.mode === undefined || canCreateIn(account, found))
      return;
    const owner = found.owner ? `${found.owner.user}:${found.owner.group}, ` : '';
    report({
      at: config.at('data_dir'),
      path: 'data_dir',
      message:
        `${account.user} can${place === path ? 'not write to' : `not make ${path}, since it may not write to`} ${place} ` +
        `(${owner}mode ${found.mode.toString(8).padStart(4, '0')}), and the agent exits; ` +
        `install -d -o ${account.user} -g ${account.group} -m 0750 ${path}, or write StateDirectory= in the unit`,
      related: [{ at: account.at, message: `the agent runs as ${account.user}` }],
    });
  },
});
