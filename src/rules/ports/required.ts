import { numbers } from '../forms/values.ts';

export const portsRequired = numbers({
  id: 'ports/required',
  options: ['ports.server', 'ports.serf_lan'],
  docs: {
    summary: 'No agent works without its RPC and LAN gossip ports, so that these two cannot be switched off.',
  },
  since: '1.16',
  wants: 'a port from 1 to 65535',
  why: 'this listener cannot be switched off',
  accepts: (port) => port > 0,
});
