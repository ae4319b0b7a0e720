import { majority, named } from '../../subjects/cluster/groups.ts';
import { rule } from '../rule.ts';

export const domainDiffers = rule({
  id: 'cluster/domain-differs',
  scope: 'cluster',
  source: 'cluster',
  severity: 'warning',
  options: ['domain'],
  docs: {
    summary: 'Agents of a datacenter answer DNS queries for different domains.',
    rationale:
      'Each agent answers only for its own domain (and alt_domain): the same name resolves on one machine and not on ' +
      'the next. Server certificates contain the domain too.',
    bad: { 'a/consul.hcl': node('consul'), 'b/consul.hcl': node('consul'), 'c/consul.hcl': node('internal') },
    good: { 'a/consul.hcl': node('consul'), 'b/consul.hcl': node('Consul.'), 'c/consul.hcl': node('consul') },
  },
  run({ agents }, report) {
    const most = majority(agents, ({ config }) => fold(config.string('domain')));
    for (const { config } of most?.others ?? []) {
      report({
        at: config.at('domain'),
        path: 'domain',
        message:
          `this agent answers DNS for ${fold(config.string('domain'))}, ${named(most!.members.map((node) => node.name))} ` +
          `for ${most!.value}: names resolve on one machine and not on the other; write the same domain, or move with alt_domain`,
        related: [
          {
            at: most!.members[0]!.config.at('domain'),
            message: `${most!.members[0]!.name} has ${most!.value}`,
          },
        ],
      });
    }
  },
});

/** Without the final dot that the agent adds, and in any letter case. */
const fold = (domain: string | undefined): string => (domain || 'consul').toLowerCase().replace(/\.$/, '');

function node(domain: string): string {
  return `data_dir = "/var/lib/consul"\ndomain = "${domain}"\n`;
}
