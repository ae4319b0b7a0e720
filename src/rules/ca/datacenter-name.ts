import { quote } from '../message.ts';
import { basicName } from '../node/support/identity.ts';
import { rule } from '../rule.ts';

export const caDatacenterName = rule({
  scope: 'agent',
  source: 'consul',
  id: 'ca/datacenter-name',
  severity: 'warning',
  since: '1.21.2',
  options: ['datacenter'],
  docs: {
    summary: 'The name of the datacenter is not a DNS label, which certificates of the mesh need.',
    rationale:
      'The datacenter is part of the names in certificates of the mesh. From 1.21.2 on the agent warns ' +
      'of underscores, of dashes at either end and of more than 63 characters.',
    bad: { 'consul.hcl': 'data_dir = "/var/lib/consul"\nbind_addr = "10.0.0.11"\ndatacenter = "east_1"\n' },
    good: { 'consul.hcl': 'data_dir = "/var/lib/consul"\nbind_addr = "10.0.0.11"\ndatacenter = "east-1"\n' },
  },
  run: ({ config }, report) => {
    const path = 'datacenter';
    const name = config.string(path) ?? '';
    if (!basicName.test(name) || /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/.test(name)) return;
    report({
      path,
      message: `${path} ${quote(name)} is not a DNS label, which certificates of the mesh need; use at most 63 letters, digits and inner dashes (for a new datacenter: a running one cannot be renamed)`,
    });
  },
});
