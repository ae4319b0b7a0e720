import { runningCluster } from '../../options/in-force.ts';
import { bootstrapExpect, isServer, isVoter } from '../../subjects/agent/predicates.ts';
import { replaceValue, setOption } from '../../subjects/edits.ts';
import { rule } from '../rule.ts';

export const patroniMinQuorum = rule({
  id: 'patroni/min-quorum',
  scope: 'node',
  source: 'runtime',
  // The files do not show what a running cluster was given through its API.
  severity: 'warning',
  profile: 'patroni',
  supersedes: ['quorum/min-quorum'],
  options: ['autopilot.min_quorum', 'server'],
  fix: 'unsafe',
  docs: {
    summary: 'Autopilot removes a server that is cut off, and its primary continues next to the new one.',
    rationale:
      'A server that is stopped or cut off is removed after some 10 s, and the sessions of its node end with it: ' +
      "Patroni's leader key is gone, whatever its ttl. The primary on that node writes on until it gives up after " +
      'loop_wait + retry_timeout (20 s by default). Measured with the network of the primary cut off: two primaries for ' +
      '6 to 10 s, whose writes are lost on one side; none with autopilot.min_quorum = number of servers.',
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
        `autopilot.min_quorum is ${written ? floor : 'not set'}: a server that is cut off is removed after about 10 s, and ` +
        "Patroni's leader key with it, while its primary goes on writing: two primaries for some seconds; write " +
        `autopilot.min_quorum = ${servers}, the number of servers` +
        runningCluster('autopilot.min_quorum', String(servers)),
      ...(edits && { fix: { title: `Set autopilot.min_quorum to ${servers}`, safe: false, edits } }),
    });
  },
});
