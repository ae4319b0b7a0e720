import { accountOf, canRead } from '../../subjects/unit/account.ts';
import { rule } from '../rule.ts';

export const unreadableConfig = rule({
  id: 'unit/unreadable-config',
  scope: 'unit',
  source: 'unit',
  severity: 'error',
  options: [],
  docs: {
    summary: "The account of the unit cannot read the agent's configuration.",
    rationale:
      'The agent exits when one file of its directory cannot be read. Files made by root with mode 0600, and a unit with ' +
      'User=consul, are the usual pair.',
    bad: {
      'srv1/etc/consul.d/consul.hcl': 'data_dir = "/var/lib/consul"\n',
      'srv1/etc/systemd/system/consul.service':
        '[Service]\nUser=consul\nGroup=consul\nExecStart=/usr/bin/consul agent -config-dir=/etc/consul.d\n',
      modes: 'srv1/etc/consul.d/consul.hcl 0600 root:root\n',
    },
    good: {
      'srv1/etc/consul.d/consul.hcl': 'data_dir = "/var/lib/consul"\n',
      'srv1/etc/systemd/system/consul.service':
        '[Service]\nUser=consul\nGroup=consul\nExecStart=/usr/bin/consul agent -config-dir=/etc/consul.d\n',
      modes: 'srv1/etc/consul.d/consul.hcl 0640 root:consul\n',
    },
  },
  run({ unit, node }, report) {
    const account = accountOf(unit);
    if (!account) return;
    const { user, group } = account;
    for (const { source } of node.files) {
      const facts = node.facts(source.file);
      if (facts.mode === undefined || facts.owner === undefined || canRead(account, facts)) continue;
      report({
        at: source.span(0, 0),
        message:
          `mode ${facts.mode.toString(8).padStart(4, '0')} and owner ${facts.owner.user}:${facts.owner.group} keep ${user} ` +
          `from reading this file, and the agent exits; chgrp ${group} it, with mode 0640`,
        related: [{ at: account.at, message: `the agent runs as ${user}` }],
      });
    }
  },
});
