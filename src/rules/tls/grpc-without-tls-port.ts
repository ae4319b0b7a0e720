import { rule } from '../rule.ts';

export const tlsGrpcWithoutTlsPort = rule({
  scope: 'agent',
  source: 'consul',
  id: 'tls/grpc-without-tls-port',
  since: '1.14',
  severity: 'error',
  options: [
    'ports.grpc',
    'ports.grpc_tls',
    'tls.grpc.cert_file',
    'tls.defaults.cert_file',
    'tls.grpc.use_auto_cert',
  ],
  docs: {
    summary: 'gRPC has a certificate and ports.grpc, but ports.grpc_tls is not set.',
    rationale:
      'Since 1.14 ports.grpc is the port without TLS and ports.grpc_tls the one with it. An agent with a ' +
      'certificate for gRPC (from tls.grpc, tls.defaults, auto_encrypt or auto_config) that sets only ' +
      'ports.grpc refuses to start, since what is meant is not clear; -1 keeps TLS off.',
    bad: {
      'consul.hcl':
        'data_dir = "/var/lib/consul"\n\nports {\n  grpc = 8502\n}\n\ntls {\n  grpc {\n' +
        '    cert_file = "/etc/consul.d/cert.pem"\n    key_file = "/etc/consul.d/key.pem"\n  }\n}\n',
    },
    good: {
      'consul.hcl':
        'data_dir = "/var/lib/consul"\n\nports {\n  grpc_tls = 8503\n}\n\ntls {\n  grpc {\n' +
        '    cert_file = "/etc/consul.d/cert.pem"\n    key_file = "/etc/consul.d/key.pem"\n  }\n}\n',
    },
  },
  run: ({ config }, report) => {
    if ((config.number('ports.grpc') ?? 0) <= 0 || config.value('ports.grpc_tls')) return;
    const automatic = config.bool('auto_encrypt.tls') || config.bool('auto_config.enabled');
    const certificate = config.string('tls.grpc.cert_file');
    if (!certificate && !(automatic && config.bool('tls.grpc.use_auto_cert'))) return;
    const source = certificate
      ? config.value('tls.grpc.cert_file')
        ? 'tls.grpc.cert_file'
        : 'tls.defaults.cert_file'
      : 'tls.grpc.use_auto_cert';
    report({
      path: 'ports.grpc',
      message:
        'ports.grpc is the port without TLS, but gRPC has a certificate, and the agent refuses to start; ' +
        'move the port to ports.grpc_tls, or set ports.grpc_tls to -1',
      related: [{ path: source, message: 'the certificate of gRPC' }],
    });
  },
});
