import { addDirective, userOf } from '../../subjects/unit/service.ts';
import { rule } from '../rule.ts';

export const runsAsRoot = rule({
  id: 'unit/runs-as-root',
  scope: 'unit',
  source: 'unit',
  severity: 'warning',
  options: [],
  fix: 'unsafe',
  docs: {
    summary: 'The agent runs as root.',
    rationale:
      'Nothing in Consul needs root: ports below 1024 take a capability. With script checks, whoever writes to the API of ' +
      'a root agent owns the machine. 70 of 148 public units run as root.',
    bad: { 'consul.service': '[Service]\nExecStart=/usr/bin/consul agent -config-dir=/etc/consul.d\n' },
    good: {
      'consul.service':
        '[Service]\nUser=consul\nGroup=consul\nExecStart=/usr/bin/consul agent -config-dir=/etc/consul.d\n',
    },
  },
  run({ unit }, report) {
    if (userOf(unit) !== 'root') return;
    const written = unit.get('Service', 'User');
    report({
      at: unit.at('Service', 'User'),
      message:
        'the agent runs as root, which nothing in it needs; write User=consul and Group=consul, and give that account ' +
        'the data directory',
      ...(!written && {
        fix: {
          title: 'Write User=consul and Group=consul',
          safe: false,
          edits: [addDirective(unit, 'User=consul\nGroup=consul')],
        },
      }),
    });
  },
});
