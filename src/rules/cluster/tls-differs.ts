import { aclsEnabled, usesTls } from '../../subjects/agent/predicates.ts';
import { majority, named } from '../../subjects/cluster/groups.ts';
import { rule } from '../rule.ts';

export const tlsDiffers = rule({
  id: 'cluster/tls-differs',
  scope: 'cluster',
  source: 'cluster',
  severity: { default: 'warning', error: 'of a server, where the servers differ in ACLs as well' },
  options: ['tls.defaults.verify_incoming', 'tls.defaults.verify_outgoing', 'tls.internal_rpc'],
  docs: {
    summary: 'Some agents of a datacenter use TLS for RPC and some do not.',
    rationale:
      'Agents that require TLS refuse connections without it. With servers that differed in both TLS and ACLs no ' +
      'leader was elected.',
    bad: { 'srv1/consul.hcl': node(true), 'srv2/consul.hcl': node(true), 'srv3/consul.hcl': node(false) },
    good: { 'srv1/consul.hcl': node(true), 'srv2/consul.hcl': node(true), 'srv3/consul.hcl': node(true) },
  },
  run({ agents, servers }, report) {
    const most = majority(agents, ({ config }) => usesTls(config));
    const worse =
      new Set(servers.map(({ config }) => usesTls(config))).size > 1 &&
      new Set(servers.map(({ config }) => aclsEnabled(config))).size > 1;
    for (const agent of most?.others ?? []) {
      report({
        at: agent.config.at('tls'),
        path: 'tls',
        ...(worse && agent.role === 'server' && { severity: 'error' }),
        message:
          `this agent uses RPC ${usesTls(agent.config) ? 'with' : 'without'} TLS, ` +
          `${named(most!.members.map(({ name }) => name))} ${most!.value ? 'with' : 'without'}: those that verify ` +
          'refuse the others; write the same tls stanza on all agents',
        related: [
          { at: most!.members[0]!.config.at('tls'), message: `${most!.members[0]!.name} differs here` },
        ],
      });
    }
  },
});

function node(tls: boolean): string {
  const stanza =
    '\ntls {\n  defaults {\n    ca_file = "/etc/consul.d/ca.pem"\n    cert_file = "/etc/consul.d/cert.pem"\n' +
    '    key_file = "/etc/consul.d/key.pem"\n    verify_incoming = true\n    verify_outgoing = true\n  }\n}\n';
  return `data_dir = "/var/lib/consul"\nserver = true\n${tls ? stanza : ''}`;
}
