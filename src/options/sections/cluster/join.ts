/** Finding the cluster and leaving it. */
import { joinAddress } from '../../grammars/join.ts';
import { duration } from '../../grammars/time.ts';
import { bool, int, list } from '../../kinds.ts';
import { option, type Section } from '../../option.ts';

export const joinOptions: Section = {
  retry_join: option(
    list(joinAddress),
    'Members to join at start, tried again and again until one answers. Name all servers; the lists of several files add up.',
    { flag: '-retry-join' },
  ),
  retry_interval: option(duration, 'Pause between two attempts to join.', {
    default: '30s',
    flag: '-retry-interval',
  }),
  retry_max: option(int, 'Attempts to join before the agent gives up and exits; 0 for no limit.', {
    default: 0,
    flag: '-retry-max',
  }),
  retry_join_wan: option(
    list(joinAddress),
    'Servers of other datacenters to join, tried until one answers.',
    {
      flag: '-retry-join-wan',
      role: 'server',
    },
  ),
  retry_interval_wan: option(duration, 'Pause between two attempts to join another datacenter.', {
    default: '30s',
    flag: '-retry-interval-wan',
    role: 'server',
  }),
  retry_max_wan: option(int, 'Attempts to join another datacenter before the agent exits; 0 for no limit.', {
    default: 0,
    flag: '-retry-max-wan',
    role: 'server',
  }),
  primary_gateways: option(
    list(joinAddress),
    'Mesh gateways by which a secondary datacenter first finds the primary.',
    {
      flag: '-primary-gateway',
      role: 'server',
    },
  ),
  primary_gateways_interval: option(duration, 'Pause between two attempts to find them.', {
    default: '30s',
    role: 'server',
  }),
  rejoin_after_leave: option(bool, 'Joins again at start even if the agent left on purpose before.', {
    default: false,
    flag: '-rejoin',
  }),
  leave_on_terminate: option(
    bool,
    'Leaves the cluster when the agent is stopped (SIGTERM). On servers, each restart then removes one from the quorum.',
    { default: { server: false, client: true } },
  ),
  skip_leave_on_interrupt: option(bool, 'Stays a member when the agent is interrupted (SIGINT).', {
    default: { server: true, client: false },
  }),
  server_rejoin_age_max: option(
    duration,
    'A server that was away for longer refuses to start, so that stale data does not return; 6 h or more.',
    { since: '1.15.3', default: '168h', role: 'server' },
  ),
};
