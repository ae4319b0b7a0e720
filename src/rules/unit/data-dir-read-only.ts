import { belongingOf, configDirectory } from '../../options/belonging.ts';
import { absolutePath } from '../../subjects/machine/machine.ts';
import { isWithin } from '../../subjects/unit/account.ts';
import { readOnlyBy } from '../../subjects/unit/sandbox.ts';
import { addDirective } from '../../subjects/unit/service.ts';
import { rule } from '../rule.ts';

export const dataDirReadOnly = rule({
  id: 'unit/data-dir-read-only',
  scope: 'unit',
  source: 'unit',
  severity: 'error',
  options: ['data_dir'],
  fix: 'safe',
  docs: {
    summary: "The unit's sandbox keeps the agent from writing its data directory.",
    rationale:
      'ProtectSystem=strict (and DynamicUser=, which implies it) makes the whole file system read-only for the service, ' +
      '`full` /usr, /boot and /etc; ProtectHome= hides /home and /root. Only what StateDirectory=, ReadWritePaths= and ' +
      'their like name can be written, and an agent that cannot write its node id exits.',
    bad: {
      'consul.hcl': 'data_dir = "/opt/consul"\n',
      'consul.service':
        '[Service]\nProtectSystem=strict\nExecStart=/usr/bin/consul agent -config-dir=/etc/consul.d\n',
    },
    good: {
      'consul.hcl': 'data_dir = "/opt/consul"\n',
      'consul.service':
        '[Service]\nProtectSystem=strict\nReadWritePaths=/opt/consul\nExecStart=/usr/bin/consul agent -config-dir=/etc/consul.d\n',
    },
  },
  run({ unit, node }, report) {
    const path = absolutePath(node.config.string('data_dir'));
    const guard = path && readOnlyBy(path, unit);
    if (!path || !guard || unit.flags.dev) return;
    const keeps = `${guard.name}=${guard.value} keeps the agent from writing ${path}, its data_dir, and it exits`;
    const related = [{ at: node.config.at('data_dir'), message: 'data_dir is set here' }];
    if (belongingOf(path) === 'shared' || isWithin(path, configDirectory)) {
      const advice =
        'the directory is not for Consul alone, so it must not be opened: write data_dir = "/var/lib/consul"';
      report({ at: guard.at, path: 'data_dir', message: `${keeps}; ${advice}`, related });
      return;
    }
    const name = /^\/var\/lib\/(\S+)$/.exec(path)?.[1];
    const line = name ? `StateDirectory=${name}` : `ReadWritePaths=${path}`;
    report({
      at: guard.at,
      path: 'data_dir',
      message: `${keeps}; write ${line}`,
      related,
      fix: { title: `Write ${line}`, safe: true, edits: [addDirective(unit, line)] },
    });
  },
});
