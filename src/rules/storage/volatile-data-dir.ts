import { bootstrapExpect, isServer } from '../../subjects/agent/predicates.ts';
import { rule } from '../rule.ts';

const volatile = /^\/(tmp|var\/tmp|run|var\/run|dev\/shm)(\/|$)/;

export const volatileDataDir = rule({
  id: 'storage/volatile-data-dir',
  scope: 'node',
  source: 'runtime',
  severity: {
    default: 'warning',
    error: 'on a server of a cluster (bootstrap_expect above 1), which then loses Raft, KV and tokens',
  },
  options: ['data_dir'],
  docs: {
    summary: 'The data directory is emptied at boot, or whenever the system tidies up.',
    rationale:
      'A server that lost its data comes back as a new one with an old address; a majority of them at once is the ' +
      'loss of KV, tokens and catalog. 20 public repositories keep it under /tmp.',
    bad: { 'consul.hcl': 'data_dir = "/tmp/consul"\nserver = true\nbootstrap_expect = 3\n' },
    good: { 'consul.hcl': 'data_dir = "/var/lib/consul"\nserver = true\nbootstrap_expect = 3\n' },
  },
  run(node, report) {
    const directory = node.config.string('data_dir') ?? '';
    if (!volatile.test(directory)) return;
    const cluster = isServer(node) && bootstrapExpect(node.config) > 1;
    report({
      at: node.config.at('data_dir'),
      path: 'data_dir',
      ...(cluster && { severity: 'error' }),
      message:
        `data_dir is ${directory}, which does not survive a reboot` +
        `${cluster ? ': the servers lose Raft, KV and tokens' : ''}; write a directory such as /var/lib/consul`,
    });
  },
});
