import { texts } from '../forms/values.ts';
import { oneOf } from '../message.ts';

export const raftLogstoreBackend = texts({
  id: 'raft/logstore-backend',
  options: ['raft_logstore.backend'],
  docs: { summary: 'Where servers keep the Raft log. `default` came with 1.17. Not looked at on clients.' },
  wants: `${oneOf(['boltdb', 'wal'])} (from 1.17 on also "default")`,
  when: ({ server: isServer }) => isServer,
  accepts: (text, { isAtLeast }) =>
    text === 'boltdb' || text === 'wal' || (text === 'default' && isAtLeast('1.17')),
});
