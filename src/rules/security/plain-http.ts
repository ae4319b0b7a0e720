import { openListener } from '../../subjects/agent/listeners.ts';
import { aclsEnabled, usesTls } from '../../subjects/agent/predicates.ts';
import { rule } from '../rule.ts';

export const plainHttp = rule({
  id: 'security/plain-http',
  scope: 'node',
  source: 'runtime',
  severity: 'warning',
  options: ['client_addr', 'addresses.http', 'ports.http', 'acl.enabled', 'tls'],
  docs: {
    summary: 'Tokens cross the network in the clear, although the agent has certificates.',
    rationale:
      'ports.http stays open next to ports.https unless it is -1, and TLS has no effect on it: the token of each request is a ' +
      'header that everybody on the way can read and use. With addresses.http = "127.0.0.1" programs of the machine keep ' +
      'their plain access.',
    bad: { 'consul.hcl': example('') },
    good: { 'consul.hcl': example('  http = "127.0.0.1"\n') },
  },
  run({ config }, report) {
    if (!aclsEnabled(config)) return;
    const isSecured =
      usesTls(config) || Boolean(config.string('tls.https.cert_file') && config.string('tls.https.key_file'));
    const open = isSecured ? openListener(config, 'http') : undefined;
    if (!open) return;
    const hasHttps = (config.number('ports.https') ?? 0) > 0;
    report({
      at: config.at(open.path),
      path: open.path,
      message:
        `the HTTP API without TLS listens on ${open.address}, and ACLs are on: every token that is sent to it can be read ` +
        `on the way; write addresses.http = "127.0.0.1", or ports.http = -1${hasHttps ? '' : ' and ports.https = 8501'}`,
    });
  },
});

function example(addresses: string): string {
  return (
    'data_dir = "/var/lib/consul"\nclient_addr = "0.0.0.0"\n\nports {\n  https = 8501\n}\n\n' +
    `${addresses && `addresses {\n${addresses}}\n\n`}acl {\n  enabled = true\n  default_policy = "deny"\n` +
    '  enable_token_persistence = true\n}\n\ntls {\n  defaults {\n    ca_file = "/etc/consul.d/ca.pem"\n' +
    '    cert_file = "/etc/consul.d/cert.pem"\n    key_file = "/etc/consul.d/key.pem"\n    verify_outgoing = true\n  }\n}\n'
  );
}
