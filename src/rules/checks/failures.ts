import { numberAt } from '../../model/value-path.ts';
import { rule } from './support/checks.ts';

export const checksFailures = rule({
  id: 'checks/failures',
  keys: ['failures_before_warning', 'failures_before_critical'],
  docs: {
    summary: 'A check would become critical before it becomes a warning.',
    rationale:
      'The agent refuses failures_before_warning above failures_before_critical, which is 0 where it ' +
      'is not set.',
    bad: {
      'consul.hcl':
        'data_dir = "/var/lib/consul"\nbind_addr = "10.0.0.11"\n\ncheck {\n  name = "web"\n' +
        '  http = "http://localhost/health"\n  interval = "10s"\n  failures_before_warning = 3\n}\n',
    },
    good: {
      'consul.hcl':
        'data_dir = "/var/lib/consul"\nbind_addr = "10.0.0.11"\n\ncheck {\n  name = "web"\n' +
        '  http = "http://localhost/health"\n  interval = "10s"\n  failures_before_warning = 3\n' +
        '  failures_before_critical = 5\n}\n',
    },
  },
  fault: (check) => {
    const critical = numberAt(check, 'failures_before_critical') ?? 0;
    const warning = numberAt(check, 'failures_before_warning') ?? critical;
    return warning > critical
      ? {
          key: 'failures_before_warning',
          message: `has failures_before_warning = ${warning}, but would be critical after ${critical}; write failures_before_critical = ${warning} or more`,
        }
      : undefined;
  },
});
