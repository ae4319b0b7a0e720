/** What the agent reads and then overwrites, or keeps for its own tests. Listed so that it is not called unknown. */
import { lateDuration } from '../../grammars/time.ts';
import { block, float, int, type Kind, string } from '../../kinds.ts';
import { type Default, option, type Section, section } from '../../option.ts';

const fixed = (kind: Kind, docs: string, value?: Default) =>
  option(kind, docs, { internal: true, ...(value !== undefined && { default: value }) });

const noOptions = section(() => ({}));

const coordinate = section(() => ({
  update_batch_size: fixed(int, 'Coordinates that go into one batch.', 128),
  update_max_batches: fixed(int, 'Batches that are written in one period.', 5),
  update_period: fixed(lateDuration, 'Length of that period.', '5s'),
}));

const raft = section(() => ({
  election_timeout: fixed(lateDuration, 'Base of the election timeout, before raft_multiplier.', '1s'),
  heartbeat_timeout: fixed(lateDuration, 'Base of the heartbeat timeout, before raft_multiplier.', '1s'),
  leader_lease_timeout: fixed(lateDuration, 'Base of the leader’s lease, before raft_multiplier.', '500ms'),
}));

const server = section(() => ({
  health_interval: fixed(lateDuration, 'How often servers look at each other’s health.', '2s'),
}));

const consul = section(() => ({
  coordinate: fixed(block('InternalCoordinate', coordinate), 'Batches of network coordinates.'),
  raft: fixed(block('InternalRaft', raft), 'Base timeouts of Raft.'),
  server: fixed(block('InternalServer', server), 'Health checks among servers.'),
}));

export const internalOptions: Section = {
  ae_interval: fixed(lateDuration, 'How often the agent compares its services with the catalog.', '1m'),
  build_date: fixed(
    block('BuildDate', noOptions),
    'When the binary was built; only an empty object is taken.',
  ),
  check_deregister_interval_min: fixed(lateDuration, 'Shortest deregister_critical_service_after.', '1m'),
  check_reap_interval: fixed(lateDuration, 'How often that deadline is looked at.', '30s'),
  consul: fixed(block('Internals', consul), 'Timing inside of the servers.'),
  revision: fixed(string, 'Commit that the binary was built from.'),
  segment_limit: fixed(int, 'Most network segments that there may be.', 64),
  segment_name_limit: fixed(int, 'Longest name of a network segment.', 64),
  sync_coordinate_interval_min: fixed(
    lateDuration,
    'Shortest pause between two coordinates of a node.',
    '15s',
  ),
  sync_coordinate_rate_target: fixed(float, 'Coordinates per second that the whole cluster may send.', 64),
  version: fixed(string, 'Version that the agent reports.'),
  version_metadata: fixed(string, 'Build metadata of that version.'),
  version_prerelease: fixed(string, 'Pre-release suffix of that version.'),
};
