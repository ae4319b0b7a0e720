import { rule } from '../rule.ts';

export const rpcStreamingOff = rule({
  scope: 'agent',
  source: 'consul',
  id: 'rpc/streaming-off',
  severity: 'warning',
  options: ['rpc.enable_streaming', 'use_streaming_backend'],
  docs: {
    summary: 'A server does not stream changes, but use_streaming_backend is on.',
    rationale:
      'use_streaming_backend is true by default: agents ask the servers for streams of changes, and a ' +
      'server with rpc.enable_streaming = false does not serve them. The agent warns.',
    bad: {
      'consul.hcl': 'data_dir = "/var/lib/consul"\nserver = true\n\nrpc {\n  enable_streaming = false\n}\n',
    },
    good: {
      'consul.hcl':
        'data_dir = "/var/lib/consul"\nserver = true\nuse_streaming_backend = false\n\nrpc {\n' +
        '  enable_streaming = false\n}\n',
    },
  },
  run: ({ config, server }, report) => {
    const path = 'rpc.enable_streaming';
    const uses = config.bool('use_streaming_backend') ?? true;
    if (server && uses && config.bool(path) === false)
      report({
        path,
        message: `${path} = false on a server, but use_streaming_backend is on, and asks servers for streams; remove this, or write use_streaming_backend = false`,
        related: [{ path: 'use_streaming_backend', message: 'this asks servers for streams' }],
      });
  },
});
