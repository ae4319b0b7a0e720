import { rule } from '../rule.ts';
export const autoConfigAutoEncryptUnverified = rule({
  scope: 'agent',
  source: 'consul',
  id: 'auto-config/auto-encrypt-unverified',
  severity: 'warning',
  needsWholeConfig: true,
  options: ['auto_encrypt.allow_tls', 'tls.internal_rpc.verify_incoming'],
  docs: {
    summary: 'A server issues certificates to clients, but does not require any.',
    rationale:
      'With auto_encrypt.allow_tls and without tls.internal_rpc.verify_incoming the agent warns: ' +
      'clients get certificates that no server checks.',
    bad: {
      'consul.hcl':
        'data_dir = "/var/lib/consul"\nbind_addr = "10.0.0.11"\nserver = true\n\nauto_encrypt {\n' +
        '  allow_tls = true\n}\n',
    },
    good: {
      'consul.hcl':
        'data_dir = "/var/lib/consul"\nbind_addr = "10.0.0.11"\nserver = true\n\nauto_encrypt {\n' +
        '  allow_tls = true\n}\n\ntls {\n  internal_rpc {\n    verify_incoming = true\n' +
        '    ca_file = "/etc/consul.d/ca.pem"\n    cert_file = "/etc/consul.d/cert.pem"\n' +
        '    key_file = "/etc/consul.d/key.pem"\n  }\n}\n',
    },
  },
  run: ({ config, server }, report) => {
    const path = 'auto_encrypt.allow_tls';
    if (!server || !config.bool(path) || config.bool('tls.internal_rpc.verify_incoming')) return;
    report({
      path,
      message: `${path} issues certificates, but tls.internal_rpc.verify_incoming is off, so no agent needs one; write verify_incoming = true once all agents have theirs`,
    });
  },
});
