import { isFragment } from '../../subjects/agent/predicates.ts';
import { ofWrittenChecks, testsOf } from './support/written.ts';

export const checkOsService = ofWrittenChecks({
  id: 'checks/os-service',
  scope: 'node',
  severity: 'error',
  keys: ['os_service'],
  docs: {
    summary: 'A check of a Windows service is on a machine that does not run Windows.',
    rationale:
      'os_service is implemented for Windows only. On Linux the agent exits when it loads the check: "Failed to register ' +
      'check …: not implemented" (measured on 1.16 and 1.23). `consul validate` accepts it.',
    bad: {
      'consul.hcl':
        'data_dir = "/var/lib/consul"\n\ncheck {\n  name = "nginx"\n  os_service = "nginx"\n  interval = "10s"\n}\n',
    },
    good: {
      'consul.hcl':
        'data_dir = "/var/lib/consul"\n\ncheck {\n  name = "nginx"\n  tcp = "localhost:80"\n  interval = "10s"\n}\n',
    },
  },
  faults: ({ check }, node) => {
    const directory = node.config.string('data_dir') ?? '';
    return !isFragment(node) && directory.startsWith('/') && testsOf(check)[0] === 'os_service'
      ? [
          {
            key: 'os_service',
            message: `os_service works on Windows only, and data_dir ${directory} is not on Windows: \`consul validate\` accepts it, and then the agent refuses to start; write tcp, http or args`,
          },
        ]
      : [];
  },
});
