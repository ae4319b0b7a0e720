import { numbers } from '../forms/values.ts';

export const portsRequired = numbers({
  id: 'ports/required',
  options: ['ports.server', 'ports.serf_lan'],
  docs: {
    summary: 'The server RPC port or the LAN gossip port is switched off.',
    rationale:
      'A port of 0 or below switches a listener off. The agent refuses that for ports.server and ' +
      'ports.serf_lan, on clients too: no agent works without them.',
    bad: { 'consul.hcl': 'data_dir = "/var/lib/consul"\n\nports {\n  serf_lan = -1\n}\n' },
    good: { 'consul.hcl': 'data_dir = "/var/lib/consul"\n\nports {\n  serf_wan = -1\n}\n' },
  },
  since: '1.16',
  wants: 'a port from 1 to 65535',
  why: 'this listener cannot be switched off',
  accepts: (port) => port > 0,
});
