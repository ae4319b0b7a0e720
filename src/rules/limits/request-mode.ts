import { texts } from '../forms/values.ts';
import { oneOf } from '../message.ts';

const requestModes = ['disabled', 'permissive', 'enforcing'];

export const limitsRequestMode = texts({
  id: 'limits/request-mode',
  options: ['limits.request_limits.mode'],
  docs: {
    summary: 'The mode of the request limits is not one that Consul knows.',
    rationale:
      'limits.request_limits.mode is disabled, permissive or enforcing, in lower case. The agent ' +
      'refuses anything else.',
    bad: {
      'consul.hcl':
        'data_dir = "/var/lib/consul"\nbind_addr = "10.0.0.11"\n\nlimits {\n  request_limits {\n' +
        '    mode = "Enforcing"\n    read_rate = 500\n    write_rate = 200\n  }\n}\n',
    },
    good: {
      'consul.hcl':
        'data_dir = "/var/lib/consul"\nbind_addr = "10.0.0.11"\n\nlimits {\n  request_limits {\n' +
        '    mode = "enforcing"\n    read_rate = 500\n    write_rate = 200\n  }\n}\n',
    },
  },
  wants: oneOf(requestModes),
  accepts: (text) => text === '' || requestModes.includes(text),
});
