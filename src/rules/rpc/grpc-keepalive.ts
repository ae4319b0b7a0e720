import { parseDuration, second } from '../../model/grammar/duration.ts';
import { texts } from '../forms/values.ts';

export const rpcGrpcKeepalive = texts({
  id: 'rpc/grpc-keepalive',
  options: ['performance.grpc_keepalive_interval', 'performance.grpc_keepalive_timeout'],
  docs: { summary: 'Keepalives more often than once a second are refused.' },
  wants: 'a duration of 1s or more',
  accepts: (text) => (parseDuration(text) ?? second) >= second,
});
