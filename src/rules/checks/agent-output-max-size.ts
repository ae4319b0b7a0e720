import { numbers } from '../forms/values.ts';

export const checksAgentOutputMaxSize = numbers({
  id: 'checks/agent-output-max-size',
  options: ['check_output_max_size'],
  docs: {
    summary: 'check_output_max_size is below 1.',
    rationale: 'The agent keeps this many bytes of the output of a check, and refuses 0 and less.',
    bad: {
      'consul.hcl': 'data_dir = "/var/lib/consul"\nbind_addr = "10.0.0.11"\ncheck_output_max_size = 0\n',
    },
    good: {
      'consul.hcl': 'data_dir = "/var/lib/consul"\nbind_addr = "10.0.0.11"\ndiscard_check_output = true\n',
    },
  },
  wants: '1 or more',
  why: 'to keep no output, write discard_check_output = true',
  accepts: (size) => size >= 1,
});
