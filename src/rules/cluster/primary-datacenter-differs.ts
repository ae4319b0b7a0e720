import { isServer } from '../../subjects/agent/predicates.ts';
import { majority, named } from '../../subjects/cluster/groups.ts';
import { rule } from '../rule.ts';

export const primaryDatacenterDiffers = rule({
  id: 'cluster/primary-datacenter-differs',
  scope: 'cluster',
  source: 'cluster',
  severity: 'warning',
  supersedes: ['join/no-primary'],
  options: ['primary_datacenter'],
  docs: {
    summary: 'Agents of a datacenter name different primary datacenters.',
    rationale:
      'ACL tokens, intentions and the certificate authority come from the primary. Agents with ' +
      'different primaries resolve the same token differently. Unset means the own datacenter, ' +
      'which clients may leave so.',
    bad: { 'a/consul.hcl': node('east'), 'b/consul.hcl': node('east'), 'c/consul.hcl': node('west') },
    good: { 'a/consul.hcl': node('east'), 'b/consul.hcl': node('east'), 'c/consul.hcl': node('East') },
  },
  run({ agents, datacenter }, report) {
    // A client needs none: it resolves tokens at its servers, which also sign its certificates.
    const naming = agents.filter((node) => isServer(node) || node.config.get('primary_datacenter'));
    const most = majority(naming, ({ config }) =>
      config.get('primary_datacenter') ? config.string('primary_datacenter') : datacenter,
    );
    for (const { config } of most?.others ?? []) {
      report({
        at: config.at('primary_datacenter'),
        path: 'primary_datacenter',
        message:
          `the primary datacenter here is ${config.string('primary_datacenter')}, that of ` +
          `${named(most!.members.map((node) => node.name))} is ${most!.value}: tokens and certificates come from ` +
          'different places; write the same on all agents',
        related: [
          {
            at: most!.members[0]!.config.at('primary_datacenter'),
            message: `${most!.members[0]!.name} has ${most!.value}`,
          },
        ],
      });
    }
  },
});

function node(primary: string): string {
  return `data_dir = "/var/lib/consul"\ndatacenter = "south"\nprimary_datacenter = "${primary}"\n`;
}
