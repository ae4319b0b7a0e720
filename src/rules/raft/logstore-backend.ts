import { texts } from '../forms/values.ts';
import { oneOf } from '../message.ts';

export const raftLogstoreBackend = texts({
  id: 'raft/logstore-backend',
  options: ['raft_logstore.backend'],
  docs: {
    summary: 'raft_logstore.backend is not a log store of this release.',
    rationale:
      'A server takes "boltdb", "wal" and, since 1.17, "default", and refuses anything else, the empty ' +
      'string included. A client does not check the value.',
    bad: {
      'consul.hcl': 'data_dir = "/var/lib/consul"\nserver = true\n\nraft_logstore {\n  backend = "bolt"\n}\n',
    },
    good: {
      'consul.hcl':
        'data_dir = "/var/lib/consul"\nserver = true\n\nraft_logstore {\n  backend = "boltdb"\n}\n',
    },
  },
  wants: `${oneOf(['boltdb', 'wal'])} (from 1.17 on also "default")`,
  when: ({ server: isServer }) => isServer,
  accepts: (text, { isAtLeast }) =>
    text === 'boltdb' || text === 'wal' || (text === 'default' && isAtLeast('1.17')),
});
