import { numbers } from '../forms/values.ts';

export const raftWalSegmentSize = numbers({
  id: 'raft/wal-segment-size',
  options: ['raft_logstore.wal.segment_size_mb'],
  docs: {
    summary: 'The segments of the write-ahead log are smaller than 1 MB or larger than 1024 MB.',
    rationale: 'A server refuses such a size; the default is 64. A client does not check the value.',
    bad: {
      'consul.hcl':
        'data_dir = "/var/lib/consul"\nserver = true\n\nraft_logstore {\n  wal {\n    segment_size_mb = 2048\n  }\n}\n',
    },
    good: {
      'consul.hcl':
        'data_dir = "/var/lib/consul"\nserver = true\n\nraft_logstore {\n  wal {\n    segment_size_mb = 64\n  }\n}\n',
    },
  },
  wants: 'from 1 to 1024',
  when: ({ server: isServer }) => isServer,
  accepts: (size) => size >= 1 && size <= 1024,
});
