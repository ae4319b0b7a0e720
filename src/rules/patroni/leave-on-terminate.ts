import { leavingServer } from '../../subjects/agent/predicates.ts';
import { replaceValue } from '../../subjects/edits.ts';
import { rule } from '../rule.ts';

export const patroniLeaveOnTerminate = rule({
  id: 'patroni/leave-on-terminate',
  scope: 'node',
  source: 'runtime',
  severity: 'error',
  supersedes: ['quorum/leave-on-terminate', 'unit/leaves-on-stop'],
  profile: 'patroni',
  options: ['leave_on_terminate'],
  fix: 'safe',
  docs: {
    summary: 'Stopping Consul on the PostgreSQL leader drops the leader key at once.',
    rationale:
      "Patroni's leader key is held by a session without health checks, bound to the node. With leave_on_terminate = " +
      'true the key was gone 0.6 s after SIGTERM of the local server agent. The primary often takes it again, since the ' +
      'replicas see over its REST API that it is alive; while it cannot reach the agent, a replica may take it instead. The ' +
      'server gives up its seat in Raft as well.',
    bad: { 'consul.hcl': 'data_dir = "/var/lib/consul"\nserver = true\nleave_on_terminate = true\n' },
    good: { 'consul.hcl': 'data_dir = "/var/lib/consul"\nserver = true\n' },
  },
  run(node, report) {
    const value = leavingServer(node);
    if (!value) return;
    report({
      at: value,
      path: 'leave_on_terminate',
      message:
        'leave_on_terminate = true on a server that Patroni uses: a stop of Consul deletes the leader key within a ' +
        'second, and any member may take it; write false',
      fix: { title: 'Set leave_on_terminate to false', safe: true, edits: [replaceValue(value, 'false')] },
    });
  },
});
