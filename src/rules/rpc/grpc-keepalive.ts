import { parseDuration, second } from '../../model/grammar/duration.ts';
import { texts } from '../forms/values.ts';

export const rpcGrpcKeepalive = texts({
  id: 'rpc/grpc-keepalive',
  options: ['performance.grpc_keepalive_interval', 'performance.grpc_keepalive_timeout'],
  docs: {
    summary: 'The interval or timeout of gRPC keepalives is below one second.',
    rationale: 'The agent refuses both below 1s. The defaults are 30s and 20s.',
    bad: {
      'consul.hcl':
        'data_dir = "/var/lib/consul"\nserver = true\n\nperformance {\n  grpc_keepalive_interval = "500ms"\n}\n',
    },
    good: {
      'consul.hcl':
        'data_dir = "/var/lib/consul"\nserver = true\n\nperformance {\n  grpc_keepalive_interval = "30s"\n}\n',
    },
  },
  wants: 'a duration of 1s or more',
  accepts: (text) => (parseDuration(text) ?? second) >= second,
});
