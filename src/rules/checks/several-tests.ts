import { named } from '../../subjects/cluster/groups.ts';
import { ofWrittenChecks, tests, testsOf } from './support/written.ts';

export const checkSeveralTests = ofWrittenChecks({
  id: 'checks/several-tests',
  scope: 'node',
  severity: 'warning',
  keys: tests,
  docs: {
    summary: 'A check has several tests, of which the agent runs one.',
    rationale:
      'The agent looks for http, tcp, udp, grpc, args in a container, os_service, args and h2ping in this order, and runs ' +
      'the first one. A check with http and a tcp target that refused connections passed (measured on 1.16 and 1.23).',
    bad: {
      'consul.hcl':
        'data_dir = "/var/lib/consul"\n\ncheck {\n  name = "web"\n  http = "http://localhost/health"\n  tcp = "localhost:443"\n  interval = "10s"\n}\n',
    },
    good: {
      'consul.hcl':
        'data_dir = "/var/lib/consul"\n\ncheck {\n  name = "web"\n  http = "http://localhost/health"\n  interval = "10s"\n}\n\n' +
        'check {\n  name = "web tls"\n  tcp = "localhost:443"\n  interval = "10s"\n}\n',
    },
  },
  faults: ({ check }) => {
    const [first, ...ignored] = testsOf(check);
    return first === undefined || ignored.length === 0
      ? []
      : [
          {
            key: ignored[0]!,
            message: `the agent runs one test of a check, which is ${first} here, and ignores ${named(ignored)}; write a check of its own for each`,
          },
        ];
  },
});
