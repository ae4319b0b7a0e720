import { contested, overlap } from '../../endpoints.ts';
import { rule } from '../../rule.ts';

export const portTakenBySelf = rule({
  id: 'agent/port-taken-by-self',
  scope: 'agent',
  severity: 'error',
  options: ['ports.grpc', 'ports.grpc_tls'],
  docs: {
    summary: 'The gRPC port is one that the agent uses already.',
    rationale:
      '`consul validate` leaves gRPC out when it compares listeners. With the gRPC port equal to the HTTP or the Serf WAN ' +
      'port the agent starts, finds the port taken by itself and exits.',
    bad: { 'consul.hcl': 'data_dir = "/var/lib/consul"\n\nports {\n  grpc = 8500\n}\n' },
    good: { 'consul.hcl': 'data_dir = "/var/lib/consul"\n\nports {\n  grpc = 8502\n}\n' },
  },
  check(node, report) {
    const all = contested(node);
    for (const grpc of all.filter(({ path }) => path.startsWith('ports.grpc'))) {
      const other = all.find(
        (candidate) => !candidate.path.startsWith('ports.grpc') && overlap(grpc, candidate),
      );
      if (!other) continue;
      report({
        at: node.config.at(grpc.path),
        path: grpc.path,
        message: `${grpc.name} has port ${grpc.port}, and so has ${other.name}: \`consul validate\` does not compare gRPC, but the agent exits when it opens the second; write another port, 8502 being usual`,
        related: [{ at: node.config.at(other.path), message: `${other.name} has port ${other.port}` }],
      });
    }
  },
});
