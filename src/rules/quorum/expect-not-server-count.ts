import { bootstrapExpect, isVoter } from '../../subjects/agent/predicates.ts';
import { majority } from '../../subjects/cluster/groups.ts';
import { rule } from '../rule.ts';

const server = 'data_dir = "/var/lib/consul"\nserver = true\nbootstrap_expect = 3\n';

export const expectNotServerCount = rule({
  id: 'quorum/expect-not-server-count',
  scope: 'cluster',
  source: 'cluster',
  severity: {
    default: 'error',
    warning:
      'where fewer servers are expected than there are, or only one server is there: its file is often ' +
      'the one that all servers are made from',
  },
  options: ['bootstrap_expect'],
  docs: {
    summary: 'bootstrap_expect is not the number of servers there are.',
    rationale:
      'Three expected and two present: no leader was ever elected. Fewer expected than present is milder: the ' +
      'first ones form the cluster, the rest join it later, but which ones these are is left to chance.',
    bad: { 'srv1/consul.hcl': server, 'srv2/consul.hcl': server },
    good: { 'srv1/consul.hcl': server, 'srv2/consul.hcl': server, 'srv3/consul.hcl': server },
  },
  run({ servers, datacenter, complete }, report) {
    if (!complete) return;
    const voters = servers.filter(isVoter);
    const expecting = voters.filter((server) => bootstrapExpect(server.config) > 1);
    // That they differ is a finding of quorum/expect-differs; here the number of most servers counts.
    const most = majority(expecting, (server) => bootstrapExpect(server.config));
    if (!most || most.value === voters.length) return;
    const [first, ...rest] = most.members;
    const tooMany = most.value > voters.length;
    report({
      at: first!.config.at('bootstrap_expect'),
      path: 'bootstrap_expect',
      // One server and a number above it is often the one file that all servers are made from.
      ...((!tooMany || voters.length === 1) && { severity: 'warning' }),
      message:
        `bootstrap_expect is ${most.value}, but datacenter ${datacenter} has ${count(voters.length)} here: ` +
        (tooMany
          ? 'they wait for the missing ones and never elect a leader; '
          : 'the first to meet form the cluster without the others; ') +
        advice(voters.length, tooMany),
      related: rest.slice(0, 5).map((server) => ({
        at: server.config.at('bootstrap_expect'),
        message: `${server.name} expects ${most.value} too`,
      })),
    });
  },
});

/** An even number of servers is not advised: it would be the next finding. */
function advice(servers: number, tooMany: boolean): string {
  if (servers % 2 === 1)
    return `write ${servers}, or ${tooMany ? 'add the missing servers' : 'remove the surplus ones'}`;
  if (tooMany) return 'add the missing servers';
  return `remove the surplus ones, or run ${servers + 1} and write that number`;
}

const count = (servers: number): string => (servers === 1 ? 'one server' : `${servers} servers`);
