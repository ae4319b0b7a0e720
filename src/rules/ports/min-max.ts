import { rule } from '../rule.ts';

const ranges = ['proxy', 'sidecar', 'expose'] as const;

/** Zero and below mean "off" to the agent, all the same. */
const off = (port: number): number => (port <= 0 ? -1 : port);

export const portsMinMax = rule({
  scope: 'agent',
  source: 'consul',
  id: 'ports/min-max',
  severity: 'error',
  options: ranges.flatMap((range) => [`ports.${range}_min_port`, `ports.${range}_max_port`]),
  docs: { summary: 'The last port of a range must not lie below its first one.' },
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
});
