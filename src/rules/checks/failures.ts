import { numberAt } from '../../model/value-path.ts';
import { rule } from './support/checks.ts';

export const checksFailures = rule({
  id: 'checks/failures',
  keys: ['failures_before_warning', 'failures_before_critical'],
  docs: {
    summary: 'A check becomes a warning first and critical later. failures_before_critical is 0 unless set.',
  },
  fault: (check) => {
    const critical = numberAt(check, 'failures_before_critical') ?? 0;
    const warning = numberAt(check, 'failures_before_warning') ?? critical;
    return warning > critical
      ? {
          key: 'failures_before_warning',
          message: `would warn after ${warning} failures, but be critical after ${critical}; raise failures_before_critical`,
        }
      : undefined;
  },
});
