import { isServer } from '../../subjects/agent/predicates.ts';
import { replaceValue, setOption } from '../../subjects/edits.ts';
import { lackedServerName } from '../../subjects/machine/certificates.ts';
import { rule } from '../rule.ts';

export const noHostnameVerification = rule({
  id: 'tls/no-hostname-verification',
  scope: 'node',
  source: 'runtime',
  severity: 'warning',
  options: ['tls.internal_rpc.verify_server_hostname'],
  fix: 'safe',
  docs: {
    summary: 'Any certificate of the CA is good enough to be a server.',
    rationale:
      'Without verify_server_hostname a client with a certificate can claim to be a server and be given the Raft log, ' +
      'KV and tokens. With it the certificate must be for server.<datacenter>.<domain>.',
    bad: {
      'consul.hcl':
        'data_dir = "/var/lib/consul"\n\ntls {\n  defaults {\n    ca_file = "/etc/consul.d/ca.pem"\n' +
        '    verify_outgoing = true\n  }\n}\n',
    },
    good: {
      'consul.hcl':
        'data_dir = "/var/lib/consul"\n\ntls {\n  defaults {\n    ca_file = "/etc/consul.d/ca.pem"\n    verify_outgoing = true\n  }\n' +
        '  internal_rpc {\n    verify_server_hostname = true\n  }\n}\n',
    },
  },
  run(node, report) {
    const { config } = node;
    const path = 'tls.internal_rpc.verify_server_hostname';
    if (config.bool('tls.internal_rpc.verify_outgoing') !== true || config.bool(path) === true) return;
    const written = config.value(path);
    // With a certificate of another name no agent could call this server any more.
    const isReady = !isServer(node) || !lackedServerName(node);
    const edits = written ? [replaceValue(written, 'true')] : setOption(node, path, 'true');
    report({
      at: config.at(written ? path : 'tls.internal_rpc.verify_outgoing'),
      path,
      message:
        'verify_outgoing without verify_server_hostname: whoever has any certificate of the CA can pose as a server; ' +
        `write ${path} = true (server certificates must then be for server.<datacenter>.<domain>)`,
      ...(edits && isReady && { fix: { title: 'Set verify_server_hostname to true', safe: true, edits } }),
    });
  },
});
