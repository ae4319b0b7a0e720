import { each } from '../../model/value-path.ts';
import { spanOf } from '../../text/source/source.ts';
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
      'The agent registers a name that is not a DNS label (letters, digits and dashes, at most 63) and only logs that DNS cannot serve it.',
    bad: { 'consul.hcl': 'data_dir = "/var/lib/consul"\n\nservice {\n  name = "web_frontend"\n}\n' },
    good: { 'consul.hcl': 'data_dir = "/var/lib/consul"\n\nservice {\n  name = "web-frontend"\n}\n' },
  },
  run({ config }, report) {
    each(config.written, 'services[].name', (value, path) => {
      if (value.kind !== 'string' || value.value === '' || /^[A-Za-z\d-]{1,63}$/.test(value.value)) return;
      // A placeholder may be replaced by a valid label.
      if (/[${<]/.test(value.value)) return;
      report({
        at: spanOf(value),
        path,
        message: `${JSON.stringify(value.value)} is not a DNS label, so the service cannot be found by DNS; use letters, digits and dashes, at most 63`,
      });
    });
  },
});
