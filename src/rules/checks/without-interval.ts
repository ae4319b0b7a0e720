import { intervalTypes, rule } from './support/checks.ts';

export const checksWithoutInterval = rule({
  id: 'checks/without-interval',
  keys: ['interval', 'args', ...intervalTypes],
  docs: {
    summary: 'A check that the agent runs has no interval.',
    rationale:
      'With args, http, tcp, udp, grpc, h2ping or os_service a check needs an interval above 0. There ' +
      'is no default value, and the agent refuses the check without it.',
    bad: {
      'consul.hcl':
        'data_dir = "/var/lib/consul"\nbind_addr = "10.0.0.11"\n\ncheck {\n  name = "web"\n' +
        '  http = "http://localhost/health"\n}\n',
    },
    good: {
      'consul.hcl':
        'data_dir = "/var/lib/consul"\nbind_addr = "10.0.0.11"\n\ncheck {\n  name = "web"\n' +
        '  http = "http://localhost/health"\n  interval = "10s"\n}\n',
    },
  },
  fault: (_, { interval, runs }) =>
    runs !== undefined && interval <= 0n
      ? {
          key: runs,
          message: `has ${runs}, so it needs an interval above 0; write one such as interval = "10s"`,
        }
      : undefined,
});
