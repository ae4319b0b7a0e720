import { bootstrapExpect, isVoter, tolerance } from '../../subjects/agent/predicates.ts';
import { named } from '../../subjects/cluster/groups.ts';
import { rule } from '../rule.ts';

const joining = 'data_dir = "/var/lib/consul"\nserver = true\n';
const server = 'data_dir = "/var/lib/consul"\nserver = true\nbootstrap_expect = 3\n';

export const evenServers = rule({
  id: 'quorum/even-servers',
  scope: 'cluster',
  source: 'cluster',
  severity: 'warning',
  options: ['server'],
  docs: {
    summary: 'A datacenter has an even number of voting servers.',
    rationale:
      'Raft needs more than half of the servers. Two survive the loss of neither, four survive one, as three do, ' +
      'and each further machine is one more that can fail.',
    bad: { 'srv1/consul.hcl': joining, 'srv2/consul.hcl': joining },
    good: { 'srv1/consul.hcl': server, 'srv2/consul.hcl': server, 'srv3/consul.hcl': server },
  },
  run({ servers, datacenter, complete }, report) {
    if (!complete) return;
    const voters = servers.filter(isVoter);
    const last = voters.at(-1);
    // Where servers expect a number, it is even too (quorum/even-bootstrap-expect), or not the number there is.
    if (!last || voters.length % 2 === 1 || voters.some(({ config }) => bootstrapExpect(config) > 1)) return;
    report({
      at: last.config.at('server'),
      path: 'server',
      message:
        `datacenter ${datacenter} has ${voters.length} voting servers (${named(voters.map((node) => node.name))}): ` +
        `they survive the loss of ${tolerance(voters.length) || 'none'}; run one more or one less`,
    });
  },
});
