import { isServer } from '../../subjects/agent/predicates.ts';
import { rule } from '../rule.ts';

export const containerLeavesOnStop = rule({
  id: 'container/leaves-on-stop',
  scope: 'node',
  source: 'unit',
  severity: 'warning',
  options: [],
  runWhenUnset: true,
  docs: {
    summary: 'Stopping the container takes the server out of the cluster.',
    rationale:
      'A server that leaves gives up its seat in Raft. With `consul leave` before each stop, every rolling restart makes the ' +
      'cluster smaller for a while, and two servers that stop at once cost the quorum of three.',
  },
  run(node, report) {
    const at = node.container?.leavesAtStop;
    if (!at || !isServer(node)) return;
    report({
      at,
      message:
        '`consul leave` runs before the container stops: the server gives up its seat in the cluster at every restart; remove it',
    });
  },
});
