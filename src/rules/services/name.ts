import { each } from '../../model/value-path.ts';
import { rule } from '../rule.ts';

export const serviceName = rule({
  id: 'services/name',
  scope: 'node',
  source: 'runtime',
  severity: 'warning',
  options: ['services[].name', 'service.name'],
  docs: {
    summary: 'A service cannot be found by DNS under its name.',
    rationale:
      'A name that is no DNS label (letters, digits and dashes, up to 63) is registered, and the agent only logs that DNS cannot serve it.',
    bad: { 'consul.hcl': 'data_dir = "/var/lib/consul"\n\nservice {\n  name = "web_frontend"\n}\n' },
    good: { 'consul.hcl': 'data_dir = "/var/lib/consul"\n\nservice {\n  name = "web-frontend"\n}\n' },
  },
  run({ config }, report) {
    each(config.written, 'services[].name', (value, path) => {
      if (value.kind !== 'string' || value.value === '' || /^[A-Za-z\d-]{1,63}$/.test(value.value)) return;
      // What is filled in later may well be a label.
      if (/[${<]/.test(value.value)) return;
      report({
        at: { source: value.source, start: value.start, end: value.end },
        path,
        message: `${JSON.stringify(value.value)} is no DNS label, so the service is not found by DNS; use letters, digits and dashes, 63 at most`,
      });
    });
  },
});
