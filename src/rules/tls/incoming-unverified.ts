import { tlsOption } from '../../subjects/agent/listeners.ts';
import { isFragment, isServer, maySetElsewhere } from '../../subjects/agent/predicates.ts';
import { rule } from '../rule.ts';

export const incomingUnverified = rule({
  id: 'tls/incoming-unverified',
  scope: 'node',
  source: 'runtime',
  severity: 'warning',
  options: ['tls.defaults.verify_incoming', 'tls.internal_rpc.verify_incoming', 'tls.internal_rpc.cert_file'],
  docs: {
    summary: 'A server has certificates, and still answers RPC without TLS.',
    rationale:
      'verify_outgoing concerns the calls of this agent only. Without verify_incoming for RPC the server also answers calls ' +
      'without TLS: a client without any certificate joined, and wrote keys through it, be verify_incoming of HTTPS and gRPC on ' +
      'or not. With tls.internal_rpc.verify_incoming it could not (1.16.4, 1.20.2 and 1.23).',
    bad: { 'consul.hcl': example('') },
    good: { 'consul.hcl': example('    verify_incoming = true\n') },
  },
  run(node, report) {
    const { config } = node;
    const own = 'tls.internal_rpc.verify_incoming';
    if (!isServer(node) || isFragment(node) || config.bool(own) === true) return;
    if (!config.string('tls.internal_rpc.cert_file') || !config.string('tls.internal_rpc.key_file')) return;
    // A server that issues certificates is reported by auto-config/auto-encrypt-unverified.
    if (config.bool('auto_encrypt.allow_tls') === true) return;
    const set = [own, 'tls.defaults.verify_incoming'].find((path) => config.value(path));
    if (!set && maySetElsewhere(node, 'verify_incoming')) return;
    report({
      at: config.at(set ?? tlsOption(config, 'internal_rpc', 'cert_file')),
      path: own,
      message:
        `${set ?? own} is ${set ? 'false' : 'not set'}: this server has a certificate, and answers RPC without TLS and ` +
        `without a certificate as well; write ${own} = true once all agents have certificates`,
    });
  },
});

function example(verify: string): string {
  return (
    'data_dir = "/var/lib/consul"\nserver = true\n\ntls {\n  defaults {\n    ca_file = "/etc/consul.d/ca.pem"\n' +
    '    cert_file = "/etc/consul.d/cert.pem"\n    key_file = "/etc/consul.d/key.pem"\n' +
    `${verify}    verify_outgoing = true\n  }\n\n  internal_rpc {\n    verify_server_hostname = true\n  }\n}\n`
  );
}
