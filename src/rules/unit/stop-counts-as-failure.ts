import { isServer } from '../../subjects/agent/predicates.ts';
import { addDirective, killSignal, stopOf } from '../../subjects/unit/service.ts';
import { rule } from '../rule.ts';

export const stopCountsAsFailure = rule({
  id: 'unit/stop-counts-as-failure',
  scope: 'unit',
  source: 'unit',
  severity: 'warning',
  options: ['leave_on_terminate'],
  fix: 'safe',
  docs: {
    summary: 'systemd calls every stop of this server a failure.',
    rationale:
      'A server that does not leave exits with status 1 on SIGTERM. Without SuccessExitStatus=1 the unit is failed after ' +
      'each stop, and with Restart=on-failure that hides real failures.',
    bad: {
      'consul.hcl': 'data_dir = "/var/lib/consul"\nserver = true\n',
      'consul.service': '[Service]\nExecStart=/usr/bin/consul agent -config-dir=/etc/consul.d\n',
    },
    good: {
      'consul.hcl': 'data_dir = "/var/lib/consul"\nserver = true\n',
      'consul.service':
        '[Service]\nExecStart=/usr/bin/consul agent -config-dir=/etc/consul.d\nSuccessExitStatus=1\n',
    },
  },
  run({ unit, node }, report) {
    if (!isServer(node) || killSignal(unit) !== 'SIGTERM' || stopOf(unit, node) !== 'stays') return;
    const accepted = unit.all('Service', 'SuccessExitStatus').flatMap(({ value }) => value.split(/\s+/));
    if (accepted.some((status) => /^(1|FAILURE)$/.test(status))) return;
    report({
      at: unit.start.at,
      message:
        'a server exits with status 1 when it is stopped without leaving, and systemd takes that for a failure; write ' +
        'SuccessExitStatus=1',
      fix: {
        title: 'Write SuccessExitStatus=1',
        safe: true,
        edits: [addDirective(unit, 'SuccessExitStatus=1')],
      },
    });
  },
});
