import { bootstrapExpect, isServer, isVoter } from '../../subjects/agent/predicates.ts';
import { replaceValue, setOption } from '../../subjects/edits.ts';
import { rule } from '../rule.ts';

export const patroniMinQuorum = rule({
  id: 'patroni/min-quorum',
  scope: 'node',
  source: 'runtime',
  severity: 'warning',
  profile: 'patroni',
  supersedes: ['quorum/min-quorum'],
  options: ['autopilot.min_quorum', 'server'],
  fix: 'unsafe',
  docs: {
    summary: 'Autopilot removes a stopped server, and with it the leader key that its node holds.',
    rationale:
      "After SIGTERM of the local server agent the leader key was gone after 15.4 s with autopilot's defaults, " +
      "whatever Patroni's ttl, and still held after 35 s with autopilot.min_quorum = number of servers.",
    bad: { 'consul.hcl': 'data_dir = "/var/lib/consul"\nserver = true\nbootstrap_expect = 3\n' },
    good: {
      'consul.hcl':
        'data_dir = "/var/lib/consul"\nserver = true\nbootstrap_expect = 3\n\nautopilot {\n  min_quorum = 3\n}\n',
    },
  },
  run(node, report, cluster) {
    const { config } = node;
    const servers = cluster?.servers.filter(isVoter).length ?? bootstrapExpect(config);
    const floor = config.number('autopilot.min_quorum') ?? 0;
    if (!isServer(node) || servers < 3 || floor >= servers) return;
    if (config.bool('autopilot.cleanup_dead_servers') === false) return;
    const written = config.get('autopilot.min_quorum');
    const edits = written
      ? [replaceValue(written, String(servers))]
      : setOption(node, 'autopilot.min_quorum', String(servers));
    report({
      at: config.at(config.get('autopilot') ? 'autopilot.min_quorum' : 'bootstrap_expect'),
      path: 'autopilot.min_quorum',
      message:
        `autopilot.min_quorum is ${written ? floor : 'not set'}: autopilot removes a stopped server after about ` +
        "15 s, and Patroni's leader key with it, so PostgreSQL fails over; write autopilot.min_quorum = " +
        `${servers}, the number of servers`,
      ...(edits && { fix: { title: `Set autopilot.min_quorum to ${servers}`, safe: false, edits } }),
    });
  },
});
