import { runningCluster } from '../../options/in-force.ts';
import { isVoter } from '../../subjects/agent/predicates.ts';
import { rule } from '../rule.ts';

export const minQuorumTooLarge = rule({
  id: 'quorum/min-quorum-too-large',
  scope: 'cluster',
  source: 'cluster',
  severity: 'warning',
  options: ['autopilot.min_quorum'],
  docs: {
    summary: 'autopilot.min_quorum is larger than the cluster.',
    rationale: 'Autopilot then never removes a dead server, also not one that was replaced long ago.',
    bad: { 'srv1/consul.hcl': server(5), 'srv2/consul.hcl': server(5), 'srv3/consul.hcl': server(5) },
    good: { 'srv1/consul.hcl': server(3), 'srv2/consul.hcl': server(3), 'srv3/consul.hcl': server(3) },
  },
  run({ servers, complete }, report) {
    const voters = servers.filter(isVoter).length;
    if (!complete) return;
    for (const { config } of servers) {
      const floor = config.number('autopilot.min_quorum') ?? 0;
      if (floor <= voters) continue;
      report({
        at: config.at('autopilot.min_quorum'),
        path: 'autopilot.min_quorum',
        message: `autopilot.min_quorum is ${floor}, but there are ${voters} servers: dead ones are never removed; write ${voters} or less${runningCluster('autopilot.min_quorum', String(voters))}`,
      });
    }
  },
});

function server(minimum: number): string {
  return `data_dir = "/var/lib/consul"\nserver = true\nbootstrap_expect = 3\n\nautopilot {\n  min_quorum = ${minimum}\n}\n`;
}
