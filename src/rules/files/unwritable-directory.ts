import { belongingOf } from '../../options/belonging.ts';
import { accountOf, canCreateIn, isMadeBySystemd, mayPrepare } from '../../subjects/unit/account.ts';
import { createdFiles, placeFor } from '../../subjects/unit/created-files.ts';
import { rule } from '../rule.ts';

export const unwritableDirectory = rule({
  id: 'files/unwritable-directory',
  scope: 'node',
  source: 'host',
  severity: 'error',
  supersedes: ['unit/file-in-system-directory'],
  options: ['pid_file', 'addresses'],
  docs: {
    summary: 'The account of the agent cannot create its pid file or its socket.',
    rationale:
      'The agent exits when it cannot: "Could not open pid file", "listen unix …: bind: permission denied" (1.16, 1.20 and ' +
      '1.23). `consul validate` does not try. Checked with --on-host only, for the account that the unit names; the log has ' +
      'log/file-directory.',
    bad: {
      'etc/consul.d/consul.hcl': 'data_dir = "/var/lib/consul"\npid_file = "/opt/consul/consul.pid"\n',
      'etc/systemd/system/consul.service':
        '[Service]\nUser=consul\nExecStart=/usr/bin/consul agent -config-dir=/etc/consul.d\n',
      machine: 'addresses: 10.0.0.11\n',
      '/opt/consul/readme': '',
      modes: '/opt/consul 0755 root:root\n',
    },
    good: {
      'etc/consul.d/consul.hcl': 'data_dir = "/var/lib/consul"\npid_file = "/opt/consul/consul.pid"\n',
      'etc/systemd/system/consul.service':
        '[Service]\nUser=consul\nExecStart=/usr/bin/consul agent -config-dir=/etc/consul.d\n',
      machine: 'addresses: 10.0.0.11\n',
      '/opt/consul/readme': '',
      modes: '/opt/consul 0750 consul:consul\n',
    },
  },
  run(node, report) {
    const { machine, unit, facts } = node;
    const account = accountOf(unit);
    if (!machine || !unit || !account || mayPrepare(unit)) return;
    for (const { kind, path, at, file, directory } of createdFiles(node)) {
      if (kind === 'log' || isMadeBySystemd(unit, directory)) continue;
      const found = facts(directory);
      if (machine.files.stat(directory) !== 'directory' || found.mode === undefined) continue;
      if (canCreateIn(account, found) || machine.files.stat(file) === 'file') continue;
      report({
        at,
        path,
        message:
          `${account.user} cannot create files in ${directory} (${found.owner ? `${found.owner.user}:${found.owner.group}, ` : ''}mode ` +
          `${found.mode.toString(8).padStart(4, '0')}), and the agent refuses to start, although \`consul validate\` accepts it; ` +
          (belongingOf(directory) === 'consul'
            ? `chown ${account.user}:${account.group} ${directory}`
            : `write ${placeFor[kind]}`),
        related: [{ at: account.at, message: `the agent runs as ${account.user}` }],
      });
    }
  },
});
