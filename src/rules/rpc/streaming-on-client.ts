import { rule } from '../rule.ts';

export const rpcStreamingOnClient = rule({
  scope: 'agent',
  source: 'consul',
  id: 'rpc/streaming-on-client',
  severity: 'warning',
  needsWholeConfig: true,
  options: ['rpc.enable_streaming'],
  docs: {
    summary: 'rpc.enable_streaming is set on a client, where it has no effect.',
    rationale:
      'Servers send streams of changes, clients receive them (use_streaming_backend). The agent warns and ' +
      'ignores the option.',
    bad: {
      'consul.hcl':
        'data_dir = "/var/lib/consul"\nretry_join = ["srv1"]\n\nrpc {\n  enable_streaming = true\n}\n',
    },
    good: {
      'consul.hcl': 'data_dir = "/var/lib/consul"\nretry_join = ["srv1"]\nuse_streaming_backend = true\n',
    },
  },
  run: ({ config, server }, report) => {
    const path = 'rpc.enable_streaming';
    if (!server && config.bool(path))
      report({
        path,
        message: `${path} has no effect on a client, which receives streams and does not send them; remove it`,
      });
  },
});
