import { numbers } from '../forms/values.ts';

export const raftWalSegmentSize = numbers({
  id: 'raft/wal-segment-size',
  options: ['raft_logstore.wal.segment_size_mb'],
  docs: { summary: 'Size of a segment of the write-ahead log. Not looked at on clients.' },
  wants: 'from 1 to 1024',
  when: ({ server: isServer }) => isServer,
  accepts: (size) => size >= 1 && size <= 1024,
});
