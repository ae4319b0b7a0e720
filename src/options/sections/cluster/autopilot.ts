/** Autopilot: the upkeep of the set of servers. Read once, when the cluster is first formed. */
import { duration } from '../../grammars/time.ts';
import { between, bool, string, uint } from '../../kinds.ts';
import { option, section } from '../../option.ts';

export const autopilot = section(() => ({
  cleanup_dead_servers: option(
    bool,
    'Removes a server that has failed from the Raft peers after some seconds, as long as a majority and min_quorum servers remain.',
    {
      default: true,
    },
  ),
  last_contact_threshold: option(
    duration,
    'Silence between a server and the leader after which the server is unhealthy.',
    {
      default: '200ms',
    },
  ),
  max_trailing_logs: option(
    between(0, undefined, 'validate'),
    'Log entries that a server may lag behind before it is unhealthy.',
    {
      default: 250,
    },
  ),
  min_quorum: option(
    uint,
    'Dead servers are not removed where fewer than this many would be left: from more than half of the servers to all of them.',
    { default: 0 },
  ),
  server_stabilization_time: option(
    duration,
    'How long a new server must be healthy before it gets a vote.',
    {
      default: '10s',
    },
  ),
  redundancy_zone_tag: option(
    string,
    'Key in node_meta that holds the zone of a server, for one voter in each zone.',
    {
      enterprise: 'ignored',
    },
  ),
  upgrade_version_tag: option(
    string,
    'Key in node_meta that holds the version used for upgrade migrations.',
    {
      enterprise: 'ignored',
    },
  ),
  disable_upgrade_migration: option(
    bool,
    'Gives newer servers their vote at once instead of when they are the majority.',
    {
      enterprise: 'ignored',
    },
  ),
}));
