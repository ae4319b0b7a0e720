import { isServer } from '../../subjects/agent/predicates.ts';
import { replaceValue, setOption } from '../../subjects/edits.ts';
import { rule } from '../rule.ts';

export const patroniRaftMultiplier = rule({
  id: 'patroni/raft-multiplier',
  scope: 'node',
  source: 'runtime',
  severity: 'warning',
  profile: 'patroni',
  options: ['performance.raft_multiplier'],
  runWhenUnset: true,
  fix: 'unsafe',
  docs: {
    summary: 'The loss of a Consul leader lasts longer than Patroni waits.',
    rationale:
      'Patroni demotes its primary when requests fail for retry_timeout, 10 s by default. With raft_multiplier = 5, the ' +
      'default, the cluster was without a leader for 14 to 19 s after its leader had stopped, and a primary on another host ' +
      'was demoted in 3 of 7 runs; with 1, 2.2 to 3.3 s and 0 of 3. A reload does not take a lower value.',
    bad: { 'consul.hcl': 'data_dir = "/var/lib/consul"\nserver = true\nbootstrap_expect = 3\n' },
    good: {
      'consul.hcl':
        'data_dir = "/var/lib/consul"\nserver = true\nbootstrap_expect = 3\n\nperformance {\n  raft_multiplier = 1\n}\n',
    },
  },
  run(node, report, cluster) {
    const { config } = node;
    const factor = config.number('performance.raft_multiplier') ?? 5;
    const servers = cluster?.servers.length ?? 0;
    // A single server has no election that it could lose time with.
    if (!isServer(node) || factor <= 2 || (cluster?.complete && servers < 2)) return;
    const written = config.get('performance.raft_multiplier');
    const edits = written
      ? [replaceValue(written, '1')]
      : setOption(node, 'performance.raft_multiplier', '1');
    report({
      at: config.at('performance.raft_multiplier'),
      path: 'performance.raft_multiplier',
      message:
        `performance.raft_multiplier is ${written ? factor : 'not set, so 5'}: the loss of Consul's leader can last longer ` +
        'than the 10 s after which Patroni demotes the primary; write 1, and restart the servers one by one',
      ...(edits && { fix: { title: 'Set performance.raft_multiplier to 1', safe: false, edits } }),
    });
  },
});
