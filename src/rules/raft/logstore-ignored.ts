import { isServer } from '../../subjects/agent/predicates.ts';
import { absolutePath } from '../../subjects/machine/machine.ts';
import { rule } from '../rule.ts';

export const raftLogstoreIgnored = rule({
  id: 'raft/logstore-ignored',
  scope: 'node',
  source: 'runtime',
  severity: 'warning',
  options: ['raft_logstore.backend'],
  docs: {
    summary: 'The Raft log is to be a write-ahead log, but the server goes on with its BoltDB file.',
    rationale:
      'A server that finds raft/raft.db below data_dir keeps using it, whatever raft_logstore.backend says, and only logs ' +
      'so. It moves to `wal` when it joins with an empty data directory. Checked with --on-host only.',
    bad: {
      'etc/consul.d/consul.hcl':
        'data_dir = "/var/lib/consul"\nserver = true\n\nraft_logstore {\n  backend = "wal"\n}\n',
      machine: 'addresses: 10.0.0.11\n',
      '/var/lib/consul/raft/raft.db': '',
    },
    good: {
      'etc/consul.d/consul.hcl':
        'data_dir = "/var/lib/consul"\nserver = true\n\nraft_logstore {\n  backend = "wal"\n}\n',
      machine: 'addresses: 10.0.0.11\n',
      '/var/lib/consul/raft/wal/wal-meta.db': '',
    },
  },
  run(node, report) {
    const { config, machine } = node;
    const directory = absolutePath(config.string('data_dir'));
    if (!machine || directory === undefined || !isServer(node)) return;
    const file = `${directory}/raft/raft.db`;
    if (config.string('raft_logstore.backend') !== 'wal' || machine.files.stat(file) !== 'file') return;
    report({
      at: config.at('raft_logstore.backend'),
      path: 'raft_logstore.backend',
      message: `${file} is there, so the server ignores this and stays with BoltDB; let it leave, empty ${directory}, and start it again, one server at a time`,
    });
  },
});
