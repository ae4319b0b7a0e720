import { unfilledFindings } from '../../subjects/agent/placeholders.ts';
import { rule } from '../rule.ts';

export const placeholder = rule({
  id: 'option/placeholder',
  scope: 'file',
  source: 'runtime',
  severity: {
    default: 'warning',
    info: 'where a word in capitals only looks like a placeholder',
    error: 'where validate gives the verdict of the agent, which refuses the file',
  },
  supersedes: ['option/value', { source: 'consul' }, { source: 'runtime' }],
  options: [],
  docs: {
    summary: 'A placeholder of a template or a guide is left in a value.',
    rationale:
      'Consul expands nothing but go-sockaddr templates in addresses: the agent reads $VAR, <IP> or __HOST__ ' +
      'literally. 33 public repositories contain some. A file that is a template should be linted after rendering.',
    bad: { 'consul.hcl': 'data_dir = "/var/lib/consul"\nbind_addr = "<PRIVATE_IP>"\n' },
    good: { 'consul.hcl': 'data_dir = "/var/lib/consul"\nbind_addr = "{{ GetPrivateIP }}"\n' },
  },
  run(file, report) {
    for (const finding of unfilledFindings(file)) report(finding);
  },
});
