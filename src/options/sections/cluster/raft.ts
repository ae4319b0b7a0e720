/** Raft, the agreement of the servers, and how they store its log. */
import { duration } from '../../grammars/time.ts';
import { between, block, bool, int, words } from '../../kinds.ts';
import { option, type Section, section } from '../../option.ts';

const boltdb = section(() => ({
  no_freelist_sync: option(
    bool,
    'Does not write the list of free pages to disk. Faster writes, slower start.',
    { default: false },
  ),
}));

const wal = section(() => ({
  segment_size_mb: option(between(1, 1024, 'validate'), 'Size of one segment file in MiB.', { default: 64 }),
}));

const verification = section(() => ({
  enabled: option(bool, 'Has the servers compare checksums of their logs from time to time.', {
    default: false,
  }),
  interval: option(duration, 'Pause between two comparisons; 0 turns them off.', { default: '0s' }),
}));

const logstore = section(() => ({
  backend: option(
    words(['boltdb', 'wal', 'default'], {
      valuesSince: { default: '1.17' },
      orEmpty: true,
      refusedBy: 'validate',
    }),
    'How the log is stored. `default` takes the write-ahead log (`wal`) unless data_dir already holds a BoltDB file.',
    { default: 'default', earlierDefaults: [{ before: '1.17', default: 'boltdb' }] },
  ),
  disable_log_cache: option(bool, 'Does not keep the newest entries in memory. For tests of the store.', {
    default: false,
  }),
  verification: option(
    block('LogVerification', verification),
    'Watches over the stored log in the background.',
  ),
  boltdb: option(block('BoltDb', boltdb), 'Settings of the BoltDB store.'),
  wal: option(block('WriteAheadLog', wal), 'Settings of the write-ahead log.'),
}));

const oldBoltdb = section(() => ({
  NoFreelistSync: option(bool, 'Deprecated place of no_freelist_sync.', {
    byValue: true,
    deprecated: { since: '1.15', use: 'raft_logstore.boltdb.no_freelist_sync' },
  }),
}));

export const raftOptions: Section = {
  raft_protocol: option(between(3, 3, 'validate'), 'Version of the Raft protocol; there is only 3.', {
    default: 3,
    flag: '-raft-protocol',
    role: 'server',
  }),
  raft_snapshot_threshold: option(int, 'Entries in the log before a snapshot is taken.', {
    default: 16384,
    reload: true,
    role: 'server',
  }),
  raft_snapshot_interval: option(
    duration,
    'How often a server looks whether a snapshot is due; 5 ms or more.',
    {
      default: '30s',
      reload: true,
      role: 'server',
    },
  ),
  raft_trailing_logs: option(
    int,
    'Entries kept after a snapshot, so that a follower which lags need not fetch all of it.',
    { default: 10240, reload: true, role: 'server' },
  ),
  raft_logstore: option(block('RaftLogstore', logstore), 'How a server stores the Raft log.', {
    role: 'server',
  }),
  raft_prevote_disabled: option(
    bool,
    'Lets a server that comes back force an election, as before pre-vote existed.',
    {
      since: '1.21',
      default: false,
      role: 'server',
    },
  ),
  federation_state_anti_entropy_sync_interval: option(
    duration,
    'How often a server brings the list of mesh gateways of its datacenter up to date.',
    { since: ['1.22.5', '2.0'], role: 'server' },
  ),
  raft_boltdb: option(
    block('OldRaftBoltDb', oldBoltdb, { replaced: true }),
    'Deprecated place of raft_logstore.boltdb.',
    {
      deprecated: { since: '1.15', use: 'raft_logstore.boltdb' },
      role: 'server',
    },
  ),
};

const rpc = section(() => ({
  enable_streaming: option(bool, 'Offers clients a stream of changes to health data.', {
    default: { server: true, client: false },
    role: 'server',
  }),
}));

export const rpcOptions: Section = {
  rpc: option(block('Rpc', rpc), 'What servers offer to clients over RPC.'),
};
