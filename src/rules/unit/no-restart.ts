import { addDirective, setDirective } from '../../subjects/unit/service.ts';
import { rule } from '../rule.ts';

export const noRestart = rule({
  id: 'unit/no-restart',
  scope: 'unit',
  source: 'unit',
  severity: 'warning',
  options: ['retry_max'],
  fix: 'safe',
  docs: {
    summary: 'The agent is not started again when it crashes.',
    rationale:
      'A crashed agent takes its services out of the catalog, a crashed server its vote, until it is started by hand.',
    bad: { 'consul.service': '[Service]\nExecStart=/usr/bin/consul agent -config-dir=/etc/consul.d\n' },
    good: {
      'consul.service':
        '[Service]\nRestart=on-failure\nExecStart=/usr/bin/consul agent -config-dir=/etc/consul.d\n',
    },
  },
  run({ unit }, report) {
    const restart = unit.get('Service', 'Restart');
    if (restart && restart.value !== 'no') return;
    const edit = restart ? setDirective(restart, 'on-failure') : addDirective(unit, 'Restart=on-failure');
    report({
      at: unit.at('Service', 'Restart'),
      message: 'the agent is not started again when it crashes; write Restart=on-failure',
      fix: { title: 'Write Restart=on-failure', safe: true, edits: [edit] },
    });
  },
});
