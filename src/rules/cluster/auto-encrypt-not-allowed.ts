import { isFragment } from '../../subjects/agent/predicates.ts';
import { named } from '../../subjects/cluster/groups.ts';
import { rule } from '../rule.ts';

export const autoEncryptNotAllowed = rule({
  id: 'cluster/auto-encrypt-not-allowed',
  scope: 'cluster',
  source: 'cluster',
  severity: 'error',
  options: ['auto_encrypt.tls', 'auto_encrypt.allow_tls'],
  docs: {
    summary: 'A client requests its certificate from the servers, and no server issues any.',
    rationale:
      'With auto_encrypt.tls a client opens none of its APIs before it has a certificate. Servers refuse the request ' +
      'unless auto_encrypt.allow_tls is true, and the client repeats it without end.',
    bad: { 'srv1/consul.hcl': server(''), 'app1/consul.hcl': client() },
    good: {
      'srv1/consul.hcl': server('\nauto_encrypt {\n  allow_tls = true\n}\n'),
      'app1/consul.hcl': client(),
    },
  },
  run({ agents, servers, complete }, report) {
    const known = servers.filter((server) => !isFragment(server));
    // One server that allows it is enough, and it may not be among these files.
    if (!complete || known.length === 0 || known.length < servers.length) return;
    if (known.some(({ config }) => config.bool('auto_encrypt.allow_tls') === true)) return;
    for (const agent of agents) {
      if (agent.config.bool('auto_encrypt.tls') !== true) continue;
      report({
        at: agent.config.at('auto_encrypt.tls'),
        path: 'auto_encrypt.tls',
        message:
          `this agent requests its certificate from ${named(known.map(({ name }) => name))}, and none of them has ` +
          'auto_encrypt.allow_tls = true: it repeats the request without end and opens no API; write it on the servers',
        related: [
          { at: known[0]!.config.at('auto_encrypt'), message: `${known[0]!.name} does not allow it` },
        ],
      });
    }
  },
});

function server(more: string): string {
  return (
    'data_dir = "/var/lib/consul"\nserver = true\n\ntls {\n  defaults {\n    ca_file = "/etc/consul.d/ca.pem"\n' +
    '    cert_file = "/etc/consul.d/cert.pem"\n    key_file = "/etc/consul.d/key.pem"\n    verify_incoming = true\n' +
    `    verify_outgoing = true\n  }\n}\n${more}`
  );
}

function client(): string {
  return (
    'data_dir = "/var/lib/consul"\nretry_join = ["srv1"]\n\ntls {\n  defaults {\n    ca_file = "/etc/consul.d/ca.pem"\n' +
    '    verify_outgoing = true\n  }\n}\n\nauto_encrypt {\n  tls = true\n}\n'
  );
}
