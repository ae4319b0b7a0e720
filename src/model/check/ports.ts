/** Ports: of this machine's 65535, and in pairs that make a range. */
import type { Check } from './check.ts';
import { numbers } from './values.ts';

const ranges = ['proxy', 'sidecar', 'expose'] as const;

/** Zero and below mean "off" to the agent, all the same. */
const off = (port: number): number => (port <= 0 ? -1 : port);

export const ports: readonly Check[] = [
  numbers({
    id: 'agent/port-range',
    options: ['ports.{}', 'segments[].port'],
    docs: 'A port above 65535 does not exist; the agent refuses it. 0 and below switch a listener off.',
    wants: 'a port from 1 to 65535, or -1 to switch the listener off',
    accepts: (port) => port <= 65535,
  }),
  numbers({
    id: 'agent/port-required',
    options: ['ports.server', 'ports.serf_lan'],
    docs: 'No agent works without its RPC and LAN gossip ports, so that these two cannot be switched off.',
    since: '1.16',
    wants: 'a port from 1 to 65535',
    why: 'this listener cannot be switched off',
    accepts: (port) => port > 0,
  }),
  {
    id: 'agent/port-pair',
    severity: 'error',
    options: ranges.flatMap((range) => [`ports.${range}_min_port`, `ports.${range}_max_port`]),
    docs: 'The last port of a range must not lie below its first one.',
    run: ({ config }, report) => {
      for (const range of ranges) {
        const [min, max] = [`ports.${range}_min_port`, `ports.${range}_max_port`];
        const first = off(config.number(min) ?? 0);
        const last = off(config.number(max) ?? 0);
        if (last >= first) continue;
        const path = config.value(max) ? max : min;
        report({
          path,
          message: `${max} (${last}) lies below ${min} (${first}), so that no port is left; raise ${max}, lower ${min}, or set both to 0 to switch the range off`,
          related: [{ path: path === max ? min : max, message: 'the other end of the range' }],
        });
      }
    },
  },
];
