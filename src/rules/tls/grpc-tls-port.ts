import { objectAt } from '../../model/value-path.ts';
import { isAtLeast } from '../../options/releases/versions.ts';
import { renameKey } from '../../subjects/edits.ts';
import { rule } from '../rule.ts';

export const grpcTlsPort = rule({
  id: 'tls/grpc-tls-port',
  scope: 'node',
  source: 'runtime',
  severity: 'error',
  fix: 'unsafe',
  supersedes: ['tls/grpc-without-tls-port'],
  options: ['ports.grpc', 'ports.grpc_tls', 'tls.grpc.cert_file', 'tls.defaults.cert_file'],
  docs: {
    summary: 'TLS is on, and the gRPC port is still the one without TLS.',
    rationale:
      'Since 1.14 ports.grpc is never TLS and ports.grpc_tls always is. An agent with a certificate for gRPC, ' +
      'ports.grpc and no ports.grpc_tls refuses to start, so that proxies are not served without TLS by mistake.',
    bad: {
      'consul.hcl':
        'data_dir = "/var/lib/consul"\n\nports {\n  grpc = 8502\n}\n\ntls {\n  defaults {\n' +
        '    ca_file = "/etc/consul.d/ca.pem"\n    cert_file = "/etc/consul.d/cert.pem"\n' +
        '    key_file = "/etc/consul.d/key.pem"\n  }\n}\n',
    },
    good: {
      'consul.hcl':
        'data_dir = "/var/lib/consul"\n\nports {\n  grpc_tls = 8503\n}\n\ntls {\n  defaults {\n' +
        '    ca_file = "/etc/consul.d/ca.pem"\n    cert_file = "/etc/consul.d/cert.pem"\n' +
        '    key_file = "/etc/consul.d/key.pem"\n  }\n}\n',
    },
  },
  run({ config, version }, report) {
    if (!isAtLeast(version, '1.14')) return;
    if ((config.number('ports.grpc') ?? 0) <= 0 || config.get('ports.grpc_tls') !== undefined) return;
    const auto =
      config.bool('tls.grpc.use_auto_cert') === true &&
      (config.bool('auto_encrypt.tls') === true || config.bool('auto_config.enabled') === true);
    // The key may be forgotten: the agent looks for the certificate only.
    if (!config.string('tls.grpc.cert_file') && !auto) return;
    const member = objectAt(config.written, 'ports')?.members.get('grpc');
    report({
      at: config.at('ports.grpc'),
      path: 'ports.grpc',
      since: '1.14',
      message:
        'ports.grpc is the port without TLS, and gRPC has a certificate: the agent refuses to start until ' +
        'ports.grpc_tls is set too; write grpc_tls = 8503 (or -1 to keep TLS off), and drop grpc if nothing uses it',
      ...(member && {
        fix: {
          title: 'Serve gRPC with TLS on this port',
          safe: false,
          sets: ['ports.grpc_tls'],
          edits: [renameKey(member, 'grpc_tls')],
        },
      }),
    });
  },
});
