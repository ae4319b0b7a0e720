import { each } from '../../../model/select.ts';
import { rule } from '../../rule.ts';

const places = ['checks[]', 'services[].check', 'services[].checks[]'] as const;
const known = ['passing', 'warning', 'critical', ''];

export const checkStatus = rule({
  id: 'agent/check-status',
  scope: 'agent',
  severity: 'warning',
  options: ['checks[].status', 'services[].checks[].status'],
  docs: {
    summary: 'The first status of a check is none that Consul knows.',
    rationale:
      'An unknown status is registered as it stands, and health queries then treat the check as neither up nor down.',
    bad: {
      'consul.hcl':
        'data_dir = "/var/lib/consul"\n\ncheck {\n  name = "web"\n  ttl = "30s"\n  status = "ok"\n}\n',
    },
    good: {
      'consul.hcl':
        'data_dir = "/var/lib/consul"\n\ncheck {\n  name = "web"\n  ttl = "30s"\n  status = "passing"\n}\n',
    },
  },
  check({ config }, report) {
    for (const place of places) {
      each(config.written, `${place}.status`, (value, path) => {
        if (value.kind !== 'string' || known.includes(value.value)) return;
        report({
          at: { source: value.source, start: value.start, end: value.end },
          path,
          message: `${path} must be "passing", "warning" or "critical", not ${JSON.stringify(value.value)}`,
        });
      });
    }
  },
});
