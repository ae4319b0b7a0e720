import { numbers } from '../forms/values.ts';

export const portsRange = numbers({
  id: 'ports/range',
  options: ['ports.{}', 'segments[].port'],
  docs: {
    summary: 'A port is above 65535.',
    rationale:
      'The agent refuses such a port. A port of 0 or below switches its listener off, which is not ' +
      'possible for ports.server and ports.serf_lan.',
    bad: { 'consul.hcl': 'data_dir = "/var/lib/consul"\n\nports {\n  http = 85000\n}\n' },
    good: { 'consul.hcl': 'data_dir = "/var/lib/consul"\n\nports {\n  http = 8500\n}\n' },
  },
  wants: 'a port from 1 to 65535, or -1 to switch the listener off',
  accepts: (port) => port <= 65535,
});
