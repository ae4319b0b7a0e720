import { numbers } from '../forms/values.ts';

export const raftProtocol = numbers({
  id: 'raft/protocol',
  options: ['raft_protocol'],
  docs: {
    summary: 'raft_protocol is not 3.',
    rationale:
      'The agent knows version 3 of the Raft protocol only, and refuses any other number. 3 is the ' +
      'default, so that the key is not needed.',
    bad: { 'consul.hcl': 'data_dir = "/var/lib/consul"\nserver = true\nraft_protocol = 2\n' },
    good: { 'consul.hcl': 'data_dir = "/var/lib/consul"\nserver = true\nraft_protocol = 3\n' },
  },
  wants: '3',
  why: 'remove the key',
  accepts: (version) => version === 3,
});
