import { numbers } from '../forms/values.ts';

export const raftProtocol = numbers({
  id: 'raft/protocol',
  options: ['raft_protocol'],
  docs: { summary: 'Every release modelled here speaks version 3 of the Raft protocol, and no other.' },
  wants: '3',
  why: 'remove the key',
  accepts: (version) => version === 3,
});
