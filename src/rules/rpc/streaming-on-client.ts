import { rule } from '../rule.ts';
export const rpcStreamingOnClient = rule({
  scope: 'agent',
  source: 'consul',
  id: 'rpc/streaming-on-client',
  severity: 'warning',
  needsWholeConfig: true,
  options: ['rpc.enable_streaming'],
  docs: { summary: 'Servers stream, clients receive: the switch does nothing on a client.' },
  run: ({ config, server }, report) => {
    const path = 'rpc.enable_streaming';
    if (!server && config.bool(path))
      report({ path, message: `${path} has no effect on a client; remove it` });
  },
});
