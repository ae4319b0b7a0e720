import type { Config } from '../../model/config.ts';
import { isFragment, isServer, usesTls } from '../../subjects/agent/predicates.ts';
import { rule } from '../rule.ts';

export const clientWithoutCertificate = rule({
  id: 'cluster/client-without-certificate',
  scope: 'cluster',
  source: 'cluster',
  severity: 'error',
  options: ['tls.internal_rpc.verify_incoming', 'tls.defaults.cert_file', 'tls.defaults.key_file'],
  docs: {
    summary: 'The servers require a certificate, and a client has none.',
    rationale:
      'With verify_incoming a server rejects every RPC of an agent without a certificate ("certificate required"): the ' +
      'client joins by gossip, is listed as alive, and can neither register services nor answer a query.',
    bad: { 'srv1/consul.hcl': node(true, true), 'app1/consul.hcl': node(false, false) },
    good: { 'srv1/consul.hcl': node(true, true), 'app1/consul.hcl': node(false, true) },
  },
  run({ agents, servers }, report) {
    const strict = servers.find(({ config }) => config.bool('tls.internal_rpc.verify_incoming') === true);
    if (!strict) return;
    for (const agent of agents) {
      const { config } = agent;
      // A client without TLS is reported by cluster/tls-differs.
      if (isServer(agent) || isFragment(agent) || !usesTls(config) || hasCertificate(config)) continue;
      report({
        at: config.at('tls'),
        path: 'tls',
        message:
          `this agent has no certificate, and ${strict.name} requires one (verify_incoming): every call to the ` +
          'servers fails; write cert_file and key_file in tls.internal_rpc or tls.defaults, or auto_encrypt.tls = true',
        related: [
          {
            at: strict.config.at('tls.internal_rpc.verify_incoming'),
            message: `${strict.name} requires certificates`,
          },
        ],
      });
    }
  },
});

/** Of its own, or from the servers. */
const hasCertificate = (config: Config): boolean =>
  Boolean(config.string('tls.internal_rpc.cert_file') && config.string('tls.internal_rpc.key_file')) ||
  config.bool('auto_encrypt.tls') === true ||
  config.bool('auto_config.enabled') === true;

function node(server: boolean, certificate: boolean): string {
  return (
    `data_dir = "/var/lib/consul"\n${server ? 'server = true\n' : 'retry_join = ["srv1"]\n'}\ntls {\n  defaults {\n` +
    '    ca_file = "/etc/consul.d/ca.pem"\n' +
    `${certificate ? '    cert_file = "/etc/consul.d/cert.pem"\n    key_file = "/etc/consul.d/key.pem"\n' : ''}` +
    `${server ? '    verify_incoming = true\n' : ''}    verify_outgoing = true\n  }\n}\n`
  );
}
