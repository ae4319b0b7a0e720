import { minute, parseDuration } from '../../model/grammar/duration.ts';
import { textAt } from '../../model/value-path.ts';
import { ofWrittenChecks } from './support/written.ts';

const key = 'deregister_critical_service_after';

export const checkDeregister = ofWrittenChecks({
  id: 'checks/deregister',
  scope: 'node',
  severity: { default: 'warning', info: 'where the check has no service to deregister' },
  keys: [key],
  docs: {
    summary: 'deregister_critical_service_after is below a minute, or on a check without a service.',
    rationale:
      'The agent raises any time below a minute to a minute and only logs it ("check has deregister interval below ' +
      'minimum"). It deregisters the service of a check; a check of the node has none, and nothing happens.',
    bad: {
      'consul.hcl':
        'data_dir = "/var/lib/consul"\n\nservice {\n  name = "web"\n  check {\n    http = "http://localhost/"\n    interval = "10s"\n' +
        '    deregister_critical_service_after = "30s"\n  }\n}\n',
    },
    good: {
      'consul.hcl':
        'data_dir = "/var/lib/consul"\n\nservice {\n  name = "web"\n  check {\n    http = "http://localhost/"\n    interval = "10s"\n' +
        '    deregister_critical_service_after = "90m"\n  }\n}\n',
    },
  },
  faults: ({ check, service }) => {
    const time = parseDuration(textAt(check, key)) ?? 0n;
    if (time <= 0n) return [];
    if (!service && textAt(check, 'service_id') === '')
      return [
        {
          key,
          severity: 'info',
          message: `${key} has no effect on a check of the node: there is no service to deregister; write service_id, or remove it`,
        },
      ];
    return time < minute
      ? [{ key, message: `${key} is below one minute, and the agent uses 1m instead; write "1m" or more` }]
      : [];
  },
});
