import { isServer } from '../../subjects/agent/predicates.ts';
import { rule } from '../rule.ts';

const server = (ports: string): string =>
  `data_dir = "/var/lib/consul"\nserver = true\nbootstrap_expect = 1\npeering {\n  enabled = true\n}\n${ports}`;

export const meshPeeringWithoutTls = rule({
  id: 'mesh/peering-without-tls',
  scope: 'node',
  source: 'runtime',
  severity: 'warning',
  options: ['peering.enabled', 'ports.grpc_tls'],
  docs: {
    summary: 'Peering is on, and the server has no gRPC port with TLS.',
    rationale:
      'Peers of other clusters call the servers at ports.grpc_tls. Without it a server makes no peering token: "TLS for gRPC ' +
      'must be enabled when generating peering tokens" (measured on 1.16 and 1.20). It is 8503 unless it is set.',
    bad: { 'consul.hcl': server('ports {\n  grpc_tls = -1\n}\n') },
    good: { 'consul.hcl': server('ports {\n  grpc_tls = 8503\n}\n') },
  },
  run(node, report) {
    const { config } = node;
    if (!isServer(node) || !config.value('peering.enabled') || config.bool('peering.enabled') !== true)
      return;
    const port = config.number('ports.grpc_tls');
    if (!config.value('ports.grpc_tls') || port === undefined || port > 0) return;
    report({
      at: config.at('ports.grpc_tls'),
      path: 'ports.grpc_tls',
      message:
        'peering is enabled, and this server has no gRPC port with TLS: it makes no peering tokens, and peers cannot call it; write grpc_tls = 8503',
      related: [{ at: config.at('peering.enabled'), message: 'enabled here' }],
    });
  },
});
