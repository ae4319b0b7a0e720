import { rule } from '../rule.ts';

export const dogstatsdAddr = rule({
  id: 'telemetry/dogstatsd-addr',
  scope: 'node',
  source: 'runtime',
  severity: 'error',
  options: ['telemetry.dogstatsd_addr'],
  docs: {
    summary: 'The DogStatsD address is neither host:port nor a socket.',
    rationale:
      'The agent sets it up when it starts, from host:port or unix://path, and exits if it cannot. `consul validate` ' +
      'takes any text.',
    bad: {
      'consul.hcl': 'data_dir = "/var/lib/consul"\n\ntelemetry {\n  dogstatsd_addr = "localhost"\n}\n',
    },
    good: {
      'consul.hcl': 'data_dir = "/var/lib/consul"\n\ntelemetry {\n  dogstatsd_addr = "localhost:8125"\n}\n',
    },
  },
  run({ config }, report) {
    const path = 'telemetry.dogstatsd_addr';
    const address = config.string(path);
    if (!address || /^unix:\/\/./.test(address) || /:\d{1,5}$/.test(address) || /[${<]/.test(address)) return;
    report({
      at: config.at(path),
      path,
      message: `${path} must be host:port or unix://path, not ${JSON.stringify(address)}: \`consul validate\` accepts it, and then the agent refuses to start`,
    });
  },
});
