import { rule } from '../rule.ts';
export const rpcStreamingOff = rule({
  scope: 'agent',
  source: 'consul',
  id: 'rpc/streaming-off',
  severity: 'warning',
  options: ['rpc.enable_streaming', 'use_streaming_backend'],
  docs: {
    summary:
      'Clients ask for streams unless use_streaming_backend is false, and servers that do not stream leave them without.',
  },
  run: ({ config, server }, report) => {
    const path = 'rpc.enable_streaming';
    const uses = config.bool('use_streaming_backend') ?? true;
    if (server && uses && config.bool(path) === false)
      report({
        path,
        message: `${path} = false on a server, while use_streaming_backend is on; set that to false too, or remove this`,
        related: [{ path: 'use_streaming_backend', message: 'clients are told to ask for streams here' }],
      });
  },
});
