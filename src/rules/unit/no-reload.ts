import { addDirective } from '../../subjects/unit/service.ts';
import { rule } from '../rule.ts';

export const noReload = rule({
  id: 'unit/no-reload',
  scope: 'unit',
  source: 'unit',
  severity: 'warning',
  options: [],
  fix: 'safe',
  docs: {
    summary: 'The unit cannot be reloaded.',
    rationale:
      'Services, checks, tokens and the log level are taken over on SIGHUP. Without ExecReload people restart the agent for them, or send signals by hand.',
    bad: { 'consul.service': '[Service]\nExecStart=/usr/bin/consul agent -config-dir=/etc/consul.d\n' },
    good: {
      'consul.service':
        '[Service]\nExecStart=/usr/bin/consul agent -config-dir=/etc/consul.d\nExecReload=/bin/kill --signal HUP $MAINPID\n',
    },
  },
  run({ unit }, report) {
    if (unit.get('Service', 'ExecReload')) return;
    report({
      at: unit.at('Service', 'ExecReload'),
      message:
        'ExecReload is not set, so changed services and tokens need a restart; write ExecReload=/bin/kill --signal HUP $MAINPID',
      fix: {
        title: 'Write ExecReload=/bin/kill --signal HUP $MAINPID',
        safe: true,
        edits: [addDirective(unit, 'ExecReload=/bin/kill --signal HUP $MAINPID')],
      },
    });
  },
});
