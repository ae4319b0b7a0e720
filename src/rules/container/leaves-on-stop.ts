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
    bad: {
      'consul.yaml': statefulSet(
        '          lifecycle: { preStop: { exec: { command: [consul, leave] } } }\n',
      ),
    },
    good: { 'consul.yaml': statefulSet('') },
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

/** @param lifecycle lines of the container */
function statefulSet(lifecycle: string): string {
  return `apiVersion: apps/v1
kind: StatefulSet
metadata: { name: consul }
spec:
  replicas: 3
  template:
    spec:
      containers:
        - name: consul
          image: hashicorp/consul:1.20
          args: [agent, -server, -bootstrap-expect=3, -retry-join=consul-0.consul]
${lifecycle}`;
}
