/** Trade-offs between speed, load and safety. */
import { duration } from '../../grammars/time.ts';
import { between, bool } from '../../kinds.ts';
import { option, section } from '../../option.ts';

/** These came to three lines at once. */
const keepaliveSince = ['1.15.7', '1.16.3', '1.17'];

export const performance = section(() => ({
  raft_multiplier: option(
    between(1, 10, 'validate'),
    'Stretches the timeouts of leader election: 1 for production servers, more for slow machines or networks.',
    { default: 5, role: 'server' },
  ),
  leave_drain_time: option(
    duration,
    'How long a server that leaves goes on answering, while clients turn to others.',
    {
      default: '5s',
      role: 'server',
    },
  ),
  rpc_hold_timeout: option(duration, 'How long a request is held while there is no leader.', {
    default: '7s',
  }),
  grpc_keepalive_interval: option(
    duration,
    'Silence after which the agent asks a gRPC client whether it is alive; 1 s or more.',
    {
      since: keepaliveSince,
      default: '30s',
    },
  ),
  grpc_keepalive_timeout: option(
    duration,
    'Wait for that client’s answer before the connection is closed; 1 s or more.',
    {
      since: keepaliveSince,
      default: '20s',
    },
  ),
  enable_xds_load_balancing: option(
    bool,
    'Spreads the proxies evenly over the servers; switch it off where a load balancer does that.',
    {
      since: '1.21.1',
      default: true,
      role: 'server',
    },
  ),
}));
