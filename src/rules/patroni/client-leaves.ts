import { isFragment, isServer } from '../../subjects/agent/predicates.ts';
import type { Node } from '../../subjects/subjects.ts';
import { leavingCommand, stopOf, stopSignal } from '../../subjects/unit/service.ts';
import type { Directive } from '../../text/systemd.ts';
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
      'leave_on_terminate is true on clients unless it is written otherwise, and skip_leave_on_interrupt is false: a ' +
      'unit with KillSignal=SIGINT or an ExecStop of consul leave makes a client leave whatever leave_on_terminate is. A ' +
      'node that leaves takes its sessions along, and the session of the leader holds the leader key, which was gone ' +
      '0.55 s after the stop.',
    bad: { 'consul.hcl': 'data_dir = "/var/lib/consul"\nretry_join = ["srv1"]\n' },
    good: {
      'consul.hcl': 'data_dir = "/var/lib/consul"\nretry_join = ["srv1"]\nleave_on_terminate = false\n',
    },
  },
  run(node, report) {
    if (isServer(node) || isFragment(node)) return;
    const directive = leavingDirective(node);
    if (directive) {
      const [cause, remedy] =
        node.unit && directive === leavingCommand(node.unit)
          ? ['this ExecStop takes', 'remove the line']
          : ['SIGINT takes', 'write KillSignal=SIGTERM'];
      report({
        at: directive.at,
        message:
          `${cause} this client out of the cluster at every stop, whatever leave_on_terminate is: a restart of ` +
          `Consul on the leader's machine drops Patroni's leader key within a second; ${remedy}`,
      });
    }
    if (node.config.bool('leave_on_terminate') === false) return;
    report({
      at: node.config.at('leave_on_terminate'),
      path: 'leave_on_terminate',
      message:
        'this client leaves the cluster when it is stopped, the default of clients: a restart of Consul on the ' +
        "leader's machine drops Patroni's leader key; write leave_on_terminate = false",
    });
  },
});

/** What in the unit makes the agent leave besides its own options. */
function leavingDirective(node: Node): Directive | undefined {
  const stop = node.unit && stopOf(node.unit, node);
  if (stop === 'leaves by ExecStop') return leavingCommand(node.unit!);
  return stop === 'leaves by SIGINT' ? stopSignal(node.unit!)?.directive : undefined;
}
