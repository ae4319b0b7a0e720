import { numberAt } from '../../model/value-path.ts';
import { rule } from './support/checks.ts';

export const checksOutputMaxSize = rule({
  id: 'checks/output-max-size',
  keys: ['output_max_size'],
  docs: {
    summary: 'The output_max_size of a check is negative.',
    rationale:
      'The agent keeps this many bytes of the output of the check, and refuses a negative number. 0 ' +
      'means the default.',
    bad: {
      'consul.hcl':
        'data_dir = "/var/lib/consul"\nbind_addr = "10.0.0.11"\n\ncheck {\n  name = "web"\n' +
        '  http = "http://localhost/health"\n  interval = "10s"\n  output_max_size = -1\n}\n',
    },
    good: {
      'consul.hcl':
        'data_dir = "/var/lib/consul"\nbind_addr = "10.0.0.11"\n\ncheck {\n  name = "web"\n' +
        '  http = "http://localhost/health"\n  interval = "10s"\n  output_max_size = 1024\n}\n',
    },
  },
  fault: (check) =>
    (numberAt(check, 'output_max_size') ?? 0) < 0
      ? { key: 'output_max_size', message: 'has a negative output_max_size; write a number of bytes' }
      : undefined,
});
