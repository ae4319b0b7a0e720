import { absolutePath } from '../../subjects/machine/machine.ts';
import { namedFiles } from '../../subjects/machine/named-files.ts';
import { accountOf, canRead } from '../../subjects/unit/account.ts';
import { rule } from '../rule.ts';

export const unreadableFile = rule({
  id: 'unit/unreadable-file',
  scope: 'unit',
  source: 'unit',
  severity: 'error',
  options: ['tls.defaults.ca_file', 'tls.defaults.cert_file', 'tls.defaults.key_file'],
  docs: {
    summary: 'The account of the unit cannot read a key, a certificate or a CA.',
    rationale:
      'The agent refuses to start when it cannot read one of them. A key made by root with mode 0600, and a unit with ' +
      'User=consul, are the usual pair. Checked with --on-host only.',
    bad: {
      'etc/consul.d/consul.hcl': config(),
      'etc/systemd/system/consul.service': service(),
      machine: 'addresses: 10.0.0.11\n',
      '/etc/consul.d/ca.pem': '-----BEGIN CERTIFICATE-----\n',
      modes: '/etc/consul.d/ca.pem 0600 root:root\n',
    },
    good: {
      'etc/consul.d/consul.hcl': config(),
      'etc/systemd/system/consul.service': service(),
      machine: 'addresses: 10.0.0.11\n',
      '/etc/consul.d/ca.pem': '-----BEGIN CERTIFICATE-----\n',
      modes: '/etc/consul.d/ca.pem 0640 root:consul\n',
    },
  },
  run({ unit, node }, report) {
    const account = accountOf(unit);
    if (!node.machine || !account) return;
    const reported = new Set<string>();
    for (const { path, text, at, wants, without } of namedFiles(node)) {
      const file = absolutePath(text);
      if (file === undefined || without !== undefined || reported.has(file)) continue;
      if (wants !== 'certificates' && wants !== 'a file') continue;
      const facts = node.facts(file);
      if (facts.mode === undefined || facts.owner === undefined || canRead(account, facts)) continue;
      reported.add(file);
      report({
        at,
        path,
        message:
          `mode ${facts.mode.toString(8).padStart(4, '0')} and owner ${facts.owner.user}:${facts.owner.group} keep ` +
          `${account.user} from reading ${file}, and the agent refuses to start; chgrp ${account.group} it, with mode 0640`,
        related: [{ at: account.at, message: `the agent runs as ${account.user}` }],
      });
    }
  },
});

function config(): string {
  return 'data_dir = "/var/lib/consul"\n\ntls {\n  defaults {\n    ca_file = "/etc/consul.d/ca.pem"\n  }\n}\n';
}

function service(): string {
  return '[Service]\nUser=consul\nExecStart=/usr/bin/consul agent -config-dir=/etc/consul.d\n';
}
