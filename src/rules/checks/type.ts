import { hasUnknownKey, rule } from './support/checks.ts';

export const checksType = rule({
  id: 'checks/type',
  keys: [],
  docs: {
    summary: 'A check has no test, no alias and no ttl.',
    rationale:
      'A check needs args, http, tcp, udp, grpc, h2ping or os_service, an alias, or a ttl above 0. The ' +
      'agent refuses any other check, an empty one included.',
    bad: {
      'consul.hcl': 'data_dir = "/var/lib/consul"\nbind_addr = "10.0.0.11"\n\ncheck {\n  name = "web"\n}\n',
    },
    good: {
      'consul.hcl':
        'data_dir = "/var/lib/consul"\nbind_addr = "10.0.0.11"\n\ncheck {\n  name = "web"\n  ttl = "30s"\n}\n',
    },
  },
  fault: (check, { alias, runs, ttl }, agent) =>
    runs === undefined && alias === undefined && ttl <= 0n && !hasUnknownKey(agent, check)
      ? {
          key: 'ttl',
          message:
            'has no test; write args, http, tcp, udp, grpc, h2ping or os_service with an interval, or a ttl above 0, or an alias',
        }
      : undefined,
});
