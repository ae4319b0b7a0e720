import { rule } from '../rule.ts';

const ranges = ['proxy', 'sidecar', 'expose'] as const;

/** The agent treats zero and every negative number as -1: off. */
const off = (port: number): number => (port <= 0 ? -1 : port);

export const portsMinMax = rule({
  scope: 'agent',
  source: 'consul',
  id: 'ports/min-max',
  severity: 'error',
  options: ranges.flatMap((range) => [`ports.${range}_min_port`, `ports.${range}_max_port`]),
  docs: {
    summary: 'A range of ports ends below its first port.',
    rationale:
      'The agent refuses such a range. An end that is not set has its default (20000 to 20255 for ' +
      'proxies, 21000 to 21255 for sidecars, 21500 to 21755 for exposed paths), so that proxy_min_port = ' +
      '20300 alone is refused. Zero and negative numbers count as -1.',
    bad: { 'consul.hcl': 'data_dir = "/var/lib/consul"\n\nports {\n  proxy_min_port = 20300\n}\n' },
    good: {
      'consul.hcl':
        'data_dir = "/var/lib/consul"\n\nports {\n  proxy_min_port = 20300\n  proxy_max_port = 20555\n}\n',
    },
  },
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
