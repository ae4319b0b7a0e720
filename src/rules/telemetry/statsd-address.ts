import { rule } from '../rule.ts';

const options = ['telemetry.statsd_address', 'telemetry.statsite_address'] as const;

export const statsdAddress = rule({
  id: 'telemetry/statsd-address',
  scope: 'node',
  source: 'runtime',
  severity: 'warning',
  options,
  docs: {
    summary: 'An address that metrics are sent to has no port.',
    rationale:
      'The agent starts, cannot send to an address without a port, and drops all metrics with a line in its log.',
    bad: { 'consul.hcl': 'data_dir = "/var/lib/consul"\n\ntelemetry {\n  statsd_address = "10.0.0.9"\n}\n' },
    good: {
      'consul.hcl': 'data_dir = "/var/lib/consul"\n\ntelemetry {\n  statsd_address = "10.0.0.9:8125"\n}\n',
    },
  },
  run({ config }, report) {
    for (const path of options) {
      const address = config.string(path);
      if (!address || /:\d{1,5}$/.test(address) || /[${<]/.test(address)) continue;
      report({
        at: config.at(path),
        path,
        message: `${path} has no port: metrics are not sent; write host:port, usually with port 8125`,
      });
    }
  },
});
