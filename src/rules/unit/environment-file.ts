import { setDirective } from '../../subjects/unit/service.ts';
import { rule } from '../rule.ts';

export const environmentFile = rule({
  id: 'unit/environment-file',
  scope: 'unit',
  source: 'unit',
  severity: 'warning',
  options: [],
  fix: 'safe',
  docs: {
    summary: 'The unit needs an environment file that is not there.',
    rationale:
      'systemd refuses to start a unit whose EnvironmentFile is missing, unless its path begins with -.',
    bad: {
      'srv1/etc/consul.d/consul.hcl': 'data_dir = "/var/lib/consul"\n',
      'srv1/etc/systemd/system/consul.service':
        '[Service]\nEnvironmentFile=/etc/consul.d/consul.env\n' +
        'ExecStart=/usr/bin/consul agent -config-dir=/etc/consul.d\n',
    },
    good: {
      'srv1/etc/consul.d/consul.hcl': 'data_dir = "/var/lib/consul"\n',
      'srv1/etc/systemd/system/consul.service':
        '[Service]\nEnvironmentFile=-/etc/consul.d/consul.env\n' +
        'ExecStart=/usr/bin/consul agent -config-dir=/etc/consul.d\n',
    },
  },
  run({ unit, node }, report) {
    for (const directive of unit.all('Service', 'EnvironmentFile')) {
      const path = directive.value;
      if (!node.tree || !/^\/etc\//.test(path) || path.includes('%') || node.tree.has(path)) continue;
      report({
        at: directive.at,
        message: `${path} is not there, and systemd refuses to start the unit without it; write -${path} if it is optional`,
        fix: { title: 'Make it optional', safe: true, edits: [setDirective(directive, `-${path}`)] },
      });
    }
  },
});
