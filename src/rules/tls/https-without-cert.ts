import { isFragment } from '../../subjects/agent/predicates.ts';
import { rule } from '../rule.ts';

export const httpsWithoutCert = rule({
  id: 'tls/https-without-cert',
  scope: 'node',
  source: 'runtime',
  severity: 'warning',
  options: ['ports.https', 'tls.https.cert_file', 'tls.defaults.cert_file'],
  docs: {
    summary: 'HTTPS has a port and no certificate.',
    rationale:
      'The agent opens the port, and every client fails in the handshake: there is nothing to show it.',
    bad: { 'consul.hcl': 'data_dir = "/var/lib/consul"\n\nports {\n  https = 8501\n}\n' },
    good: {
      'consul.hcl':
        'data_dir = "/var/lib/consul"\n\nports {\n  https = 8501\n}\n\ntls {\n  https {\n' +
        '    cert_file = "/etc/consul.d/cert.pem"\n    key_file = "/etc/consul.d/key.pem"\n  }\n}\n',
    },
  },
  run(node, report) {
    const { config } = node;
    if (isFragment(node) || (config.number('ports.https') ?? 0) <= 0 || config.string('tls.https.cert_file'))
      return;
    // Agents that get their certificate from the servers serve HTTPS with it.
    if (config.bool('auto_encrypt.tls') === true || config.bool('auto_config.enabled') === true) return;
    report({
      at: config.at('ports.https'),
      path: 'ports.https',
      message:
        'ports.https is open, but there is no certificate for it: every client fails in the handshake; write tls.https.cert_file and key_file, or close the port with -1',
    });
  },
});
