import { isFragment } from '../../subjects/agent/predicates.ts';
import { replaceValue, setOption } from '../../subjects/edits.ts';
import { rule } from '../rule.ts';

export const outgoingUnverified = rule({
  id: 'tls/outgoing-unverified',
  scope: 'node',
  source: 'runtime',
  severity: 'warning',
  options: ['tls.defaults.verify_outgoing', 'tls.internal_rpc.verify_outgoing'],
  fix: 'safe',
  docs: {
    summary: 'Certificates are there, but the agent does not use TLS when it asks others.',
    rationale:
      'A CA and certificates alone encrypt nothing: without verify_outgoing the agent calls the servers without TLS, ' +
      'and they answer, unless they verify_incoming, and then refuse.',
    bad: {
      'consul.hcl':
        'data_dir = "/var/lib/consul"\n\ntls {\n  defaults {\n    ca_file = "/etc/consul.d/ca.pem"\n' +
        '    cert_file = "/etc/consul.d/cert.pem"\n    key_file = "/etc/consul.d/key.pem"\n' +
        '    verify_incoming = true\n  }\n}\n',
    },
    good: {
      'consul.hcl':
        'data_dir = "/var/lib/consul"\n\ntls {\n  defaults {\n    ca_file = "/etc/consul.d/ca.pem"\n' +
        '    cert_file = "/etc/consul.d/cert.pem"\n    key_file = "/etc/consul.d/key.pem"\n    verify_incoming = true\n' +
        '    verify_outgoing = true\n  }\n  internal_rpc {\n    verify_server_hostname = true\n  }\n}\n',
    },
  },
  run(node, report) {
    const { config } = node;
    const hasCa = Boolean(
      config.string('tls.internal_rpc.ca_file') || config.string('tls.internal_rpc.ca_path'),
    );
    const verifies =
      config.bool('tls.internal_rpc.verify_outgoing') === true ||
      config.bool('tls.internal_rpc.verify_server_hostname') === true ||
      config.bool('auto_encrypt.tls') === true ||
      config.bool('auto_config.enabled') === true;
    if (!hasCa || verifies || isFragment(node)) return;
    const path = config.value('tls.internal_rpc.verify_outgoing')
      ? 'tls.internal_rpc.verify_outgoing'
      : 'tls.defaults.verify_outgoing';
    const written = config.value(path);
    const edits = written ? [replaceValue(written, 'true')] : setOption(node, path, 'true');
    report({
      at: config.at(
        written
          ? path
          : config.value('tls.internal_rpc.ca_file')
            ? 'tls.internal_rpc.ca_file'
            : 'tls.defaults.ca_file',
      ),
      path,
      message: `there is a CA, but verify_outgoing is not true: RPC to the servers goes without TLS; write ${path} = true`,
      ...(edits && { fix: { title: 'Set verify_outgoing to true', safe: true, edits } }),
    });
  },
});
