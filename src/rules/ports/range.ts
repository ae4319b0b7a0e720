import { numbers } from '../forms/values.ts';

export const portsRange = numbers({
  id: 'ports/range',
  options: ['ports.{}', 'segments[].port'],
  docs: {
    summary: 'A port above 65535 does not exist; the agent refuses it. 0 and below switch a listener off.',
  },
  wants: 'a port from 1 to 65535, or -1 to switch the listener off',
  accepts: (port) => port <= 65535,
});
