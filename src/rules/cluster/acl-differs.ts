import { aclsEnabled, usesTls } from '../../subjects/agent/predicates.ts';
import { majority, named } from '../../subjects/cluster/groups.ts';
import type { Node } from '../../subjects/subjects.ts';
import { rule } from '../rule.ts';

export const aclDiffers = rule({
  id: 'cluster/acl-differs',
  scope: 'cluster',
  source: 'cluster',
  severity: {
    default: 'warning',
    error: 'of a server, where the servers differ in TLS as well',
    info: 'between a server and clients, where an agent has no `acl` stanza and no unit in sight: another file may have it',
  },
  options: ['acl.enabled', 'acl.default_policy'],
  docs: {
    summary: 'ACLs are on at some agents of a datacenter and off at others.',
    rationale:
      'An agent with ACLs off sends no token and is denied by the others, and a server with ACLs off answers requests ' +
      'that the others deny. With servers that differed in both ACLs and TLS no leader was elected.',
    bad: { 'srv1/consul.hcl': node(true), 'srv2/consul.hcl': node(true), 'srv3/consul.hcl': node(false) },
    good: { 'srv1/consul.hcl': node(true), 'srv2/consul.hcl': node(true), 'srv3/consul.hcl': node(true) },
  },
  run({ agents, servers }, report) {
    // An agent that configures itself gets its ACLs from the servers.
    const known = agents.filter(({ config }) => config.bool('auto_config.enabled') !== true);
    const most = majority(known, ({ config }) => aclsEnabled(config));
    const worse =
      new Set(servers.map(({ config }) => usesTls(config))).size > 1 &&
      new Set(servers.map(({ config }) => aclsEnabled(config))).size > 1;
    for (const agent of most?.others ?? []) {
      const amongServers = agent.role === 'server' && most!.members.some(({ role }) => role === 'server');
      const isCertain = isKnown(agent) && most!.members.some(isKnown);
      report({
        at: agent.config.at('acl.enabled'),
        path: 'acl.enabled',
        ...(!isCertain && !amongServers && { severity: 'info' }),
        ...(isCertain && worse && agent.role === 'server' && { severity: 'error' }),
        message:
          `ACLs are ${aclsEnabled(agent.config) ? 'on' : 'off'} here and ${most!.value ? 'on' : 'off'} on ` +
          `${named(most!.members.map(({ name }) => name))}` +
          `${isCertain ? '' : ', unless a file that is not here says otherwise'}: requests are allowed by one and ` +
          'denied by the other; write the same acl stanza on all agents',
        related: [
          {
            at: most!.members[0]!.config.at('acl.enabled'),
            message: `${most!.members[0]!.name} differs here`,
          },
        ],
      });
    }
  },
});

/** False where a file that is not here may turn ACLs on: none sets `acl`, and no unit says which files are read. */
const isKnown = ({ config, unit }: Node): boolean => config.value('acl') !== undefined || unit !== undefined;

function node(acl: boolean): string {
  const stanza = '\nacl {\n  enabled = true\n  default_policy = "deny"\n}\n';
  return `data_dir = "/var/lib/consul"\nserver = true\n${acl ? stanza : ''}`;
}
