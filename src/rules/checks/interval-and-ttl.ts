import { rule } from './support/checks.ts';

export const checksIntervalAndTtl = rule({
  id: 'checks/interval-and-ttl',
  keys: ['interval', 'ttl'],
  docs: {
    summary: 'A check has both an interval and a ttl.',
    rationale:
      'With an interval the agent runs the check; with a ttl the application reports its state before ' +
      'the time is up. The agent refuses both in one check.',
    bad: {
      'consul.hcl':
        'data_dir = "/var/lib/consul"\nbind_addr = "10.0.0.11"\n\ncheck {\n  name = "web"\n' +
        '  http = "http://localhost/health"\n  interval = "10s"\n  ttl = "30s"\n}\n',
    },
    good: {
      'consul.hcl':
        'data_dir = "/var/lib/consul"\nbind_addr = "10.0.0.11"\n\ncheck {\n  name = "web"\n' +
        '  http = "http://localhost/health"\n  interval = "10s"\n}\n',
    },
  },
  fault: (_, { interval, ttl }) =>
    interval > 0n && ttl > 0n
      ? {
          key: 'ttl',
          message:
            'has both an interval and a ttl; keep the interval for a check that the agent runs, or the ttl for one that the application reports',
        }
      : undefined,
});
