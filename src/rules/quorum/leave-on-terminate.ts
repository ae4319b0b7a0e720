import { leavingServer } from '../../subjects/agent/predicates.ts';
import { replaceValue } from '../../subjects/edits.ts';
import { rule } from '../rule.ts';

export const leaveOnTerminate = rule({
  id: 'quorum/leave-on-terminate',
  scope: 'node',
  source: 'runtime',
  severity: 'warning',
  supersedes: ['unit/leaves-on-stop'],
  options: ['leave_on_terminate'],
  fix: 'safe',
  docs: {
    summary: 'A server leaves the cluster for good whenever it is stopped.',
    rationale:
      'With leave_on_terminate = true a restart takes the server out of the Raft peers: three became two, and the ' +
      'next failure left no quorum. Servers keep their seat by default; clients leave by default.',
    bad: { 'consul.hcl': 'data_dir = "/var/lib/consul"\nserver = true\nleave_on_terminate = true\n' },
    good: { 'consul.hcl': 'data_dir = "/var/lib/consul"\nserver = true\nleave_on_terminate = false\n' },
  },
  run(node, report) {
    const value = leavingServer(node);
    if (!value) return;
    report({
      at: value,
      path: 'leave_on_terminate',
      message:
        'leave_on_terminate = true on a server: every restart takes it out of the Raft peers, so two restarts of ' +
        'three servers can cost the quorum; write false, which is the default of servers',
      fix: { title: 'Set leave_on_terminate to false', safe: true, edits: [replaceValue(value, 'false')] },
    });
  },
});
