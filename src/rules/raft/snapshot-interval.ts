import { parseDuration } from '../../model/grammar/duration.ts';
import { isServer } from '../../subjects/agent/predicates.ts';
import { rule } from '../rule.ts';

const fiveMilliseconds = 5_000_000n;

export const raftSnapshotInterval = rule({
  id: 'raft/snapshot-interval',
  scope: 'node',
  source: 'runtime',
  severity: 'error',
  options: ['raft_snapshot_interval'],
  docs: {
    summary: 'Raft refuses a snapshot interval below five milliseconds.',
    rationale:
      'Raft checks its configuration when a server starts; `consul validate` checks only that it is a duration.',
    bad: { 'consul.hcl': 'data_dir = "/var/lib/consul"\nserver = true\nraft_snapshot_interval = "1ms"\n' },
    good: { 'consul.hcl': 'data_dir = "/var/lib/consul"\nserver = true\nraft_snapshot_interval = "30s"\n' },
  },
  run(node, report) {
    const interval = parseDuration(node.config.string('raft_snapshot_interval') ?? '30s');
    if (!isServer(node) || interval === undefined || interval >= fiveMilliseconds) return;
    report({
      at: node.config.at('raft_snapshot_interval'),
      path: 'raft_snapshot_interval',
      message:
        'raft_snapshot_interval is below 5ms: `consul validate` accepts it, and then the server refuses to start; ' +
        'write "30s", the default',
    });
  },
});
