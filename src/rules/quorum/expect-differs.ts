import { bootstrapExpect, isOneMachine, isVoter } from '../../subjects/agent/predicates.ts';
import { majority, named } from '../../subjects/cluster/groups.ts';
import { rule } from '../rule.ts';

export const expectDiffers = rule({
  id: 'quorum/expect-differs',
  scope: 'cluster',
  source: 'cluster',
  severity: 'error',
  options: ['bootstrap_expect'],
  docs: {
    summary: 'The servers of a datacenter expect different numbers of servers.',
    rationale:
      'A server bootstraps only with peers that show the same number as its own. With 3, 3 and 5 no leader was ever ' +
      'elected, and the log says so once, among many other lines.',
    bad: { 'srv1/consul.hcl': server(3), 'srv2/consul.hcl': server(3), 'srv3/consul.hcl': server(5) },
    good: { 'srv1/consul.hcl': server(3), 'srv2/consul.hcl': server(3), 'srv3/consul.hcl': server(3) },
  },
  run({ servers }, report) {
    const expecting = servers.filter(
      (server) => isVoter(server) && bootstrapExpect(server.config) > 0 && isOneMachine(server),
    );
    const most = majority(expecting, (server) => bootstrapExpect(server.config));
    if (!most) return;
    const [reference] = most.members;
    for (const { config, name } of most.others) {
      report({
        at: config.at('bootstrap_expect'),
        path: 'bootstrap_expect',
        message:
          `bootstrap_expect is ${bootstrapExpect(config)} on ${name} but ${most.value} on ` +
          `${named(most.members.map((server) => server.name))}: servers that disagree never elect a leader; ` +
          'write the same number on all servers of the datacenter',
        related: [
          {
            at: reference!.config.at('bootstrap_expect'),
            message: `${reference!.name} expects ${most.value}`,
          },
        ],
      });
    }
  },
});

function server(expect: number): string {
  return `data_dir = "/var/lib/consul"\nserver = true\nbootstrap_expect = ${expect}\n`;
}
