import { isFragment, isServer } from '../../subjects/agent/predicates.ts';
import { rule } from '../rule.ts';

export const patroniClientLeaves = rule({
  id: 'patroni/client-leaves',
  scope: 'node',
  source: 'runtime',
  severity: 'warning',
  profile: 'patroni',
  options: ['leave_on_terminate', 'skip_leave_on_interrupt'],
  runWhenUnset: true,
  docs: {
    summary: "A client leaves when it is stopped, and its node's leader key goes with it.",
    rationale:
      'leave_on_terminate is true on clients unless it is written otherwise. A node that leaves takes its sessions ' +
      'along, and the session of the leader holds the leader key.',
    bad: { 'consul.hcl': 'data_dir = "/var/lib/consul"\nretry_join = ["srv1"]\n' },
    good: {
      'consul.hcl': 'data_dir = "/var/lib/consul"\nretry_join = ["srv1"]\nleave_on_terminate = false\n',
    },
  },
  run(node, report) {
    if (isServer(node) || isFragment(node) || node.config.bool('leave_on_terminate') === false) return;
    report({
      at: node.config.at('leave_on_terminate'),
      path: 'leave_on_terminate',
      message:
        'this client leaves the cluster when it is stopped, the default of clients: a restart of Consul on the ' +
        "leader's machine drops Patroni's leader key; write leave_on_terminate = false",
    });
  },
});
