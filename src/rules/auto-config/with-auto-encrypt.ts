import { rule } from '../rule.ts';
export const autoConfigWithAutoEncrypt = rule({
  scope: 'agent',
  source: 'consul',
  id: 'auto-config/with-auto-encrypt',
  severity: 'error',
  options: ['auto_encrypt.tls', 'auto_config.enabled'],
  docs: {
    summary: 'auto_encrypt and auto_config are both on.',
    rationale: 'Both get the certificate of a client from the servers. The agent refuses them together.',
    bad: {
      'consul.hcl':
        'data_dir = "/var/lib/consul"\nbind_addr = "10.0.0.21"\n\nauto_config {\n  enabled = true\n' +
        '  intro_token_file = "/etc/consul.d/intro.jwt"\n  server_addresses = ["srv1.example.com"]\n}\n\n' +
        'auto_encrypt {\n  tls = true\n}\n\ntls {\n  internal_rpc {\n    ca_file = "/etc/consul.d/ca.pem"\n' +
        '    verify_outgoing = true\n  }\n}\n',
    },
    good: {
      'consul.hcl':
        'data_dir = "/var/lib/consul"\nbind_addr = "10.0.0.21"\n\nauto_config {\n  enabled = true\n' +
        '  intro_token_file = "/etc/consul.d/intro.jwt"\n  server_addresses = ["srv1.example.com"]\n}\n\n' +
        'tls {\n  internal_rpc {\n    ca_file = "/etc/consul.d/ca.pem"\n    verify_outgoing = true\n  }\n}\n',
    },
  },
  run: ({ config }, report) => {
    if (!config.bool('auto_encrypt.tls') || !config.bool('auto_config.enabled')) return;
    report({
      path: 'auto_encrypt.tls',
      message:
        'auto_encrypt.tls and auto_config.enabled cannot both be on; auto_config gets certificates, too, so remove auto_encrypt',
      related: [{ path: 'auto_config.enabled', message: 'enabled here' }],
    });
  },
});
