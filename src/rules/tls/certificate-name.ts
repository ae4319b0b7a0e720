import { tlsOption } from '../../subjects/agent/listeners.ts';
import { isServer } from '../../subjects/agent/predicates.ts';
import { lackedServerName } from '../../subjects/machine/certificates.ts';
import { rule } from '../rule.ts';
import { exampleCertificate } from './support/example-certificate.ts';

export const certificateName = rule({
  id: 'tls/certificate-name',
  scope: 'node',
  source: 'host',
  severity: 'error',
  options: ['tls.internal_rpc.verify_server_hostname', 'tls.defaults.cert_file', 'datacenter', 'domain'],
  docs: {
    summary: "The server's certificate does not name it as a server of its datacenter.",
    rationale:
      'With verify_server_hostname agents call only those whose certificate is for server.<datacenter>.<domain>; one for ' +
      'another datacenter, or for the host name, is refused by all of them. Checked with --on-host only.',
    bad: {
      'etc/consul.d/consul.hcl': example('dc2'),
      machine: 'now: 2027-01-01T00:00:00Z\n',
      '/etc/consul.d/cert.pem': exampleCertificate,
      '/etc/consul.d/key.pem': '',
    },
    good: {
      'etc/consul.d/consul.hcl': example('dc1'),
      machine: 'now: 2027-01-01T00:00:00Z\n',
      '/etc/consul.d/cert.pem': exampleCertificate,
      '/etc/consul.d/key.pem': '',
    },
  },
  run(node, report) {
    const { config } = node;
    if (!isServer(node) || config.bool('tls.internal_rpc.verify_server_hostname') !== true) return;
    const lacked = lackedServerName(node);
    if (!lacked) return;
    const path = tlsOption(config, 'internal_rpc', 'cert_file');
    report({
      at: config.at(path),
      path,
      message: `${config.string('tls.internal_rpc.cert_file')} is not for ${lacked.name} (it has ${lacked.has.join(', ') || 'no names'}): with verify_server_hostname every agent refuses to call this server; issue one with that name`,
    });
  },
});

function example(datacenter: string): string {
  return (
    `datacenter = "${datacenter}"\ndata_dir = "/var/lib/consul"\nserver = true\n\ntls {\n  defaults {\n` +
    '    cert_file = "/etc/consul.d/cert.pem"\n    key_file = "/etc/consul.d/key.pem"\n  }\n' +
    '  internal_rpc {\n    verify_server_hostname = true\n  }\n}\n'
  );
}
