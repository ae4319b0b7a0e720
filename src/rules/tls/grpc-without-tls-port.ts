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
    summary:
      'Since 1.14 ports.grpc does not speak TLS. A configuration with a certificate for gRPC must say in ports.grpc_tls what it means.',
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
        'ports.grpc no longer speaks TLS, but gRPC has a certificate, and the agent refuses to guess. Move the port to ports.grpc_tls, or set ports.grpc_tls to -1',
      related: [{ path: source, message: 'gRPC gets its certificate here' }],
    });
  },
});
