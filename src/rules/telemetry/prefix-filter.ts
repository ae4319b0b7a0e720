import { each } from '../../model/value-path.ts';
import { quote } from '../message.ts';
import { rule } from '../rule.ts';

export const telemetryPrefixFilter = rule({
  scope: 'agent',
  source: 'consul',
  id: 'telemetry/prefix-filter',
  severity: 'warning',
  options: ['telemetry.prefix_filter[]'],
  docs: {
    summary: 'A filter of metrics does not begin with + or -.',
    rationale:
      'A filter lets metrics through (+) or drops them (-). The agent warns of any other one and ignores it.',
    bad: {
      'consul.hcl': 'data_dir = "/var/lib/consul"\n\ntelemetry {\n  prefix_filter = ["consul.rpc"]\n}\n',
    },
    good: {
      'consul.hcl': 'data_dir = "/var/lib/consul"\n\ntelemetry {\n  prefix_filter = ["-consul.rpc"]\n}\n',
    },
  },
  run: ({ config }, report) => {
    each(config.resolved, 'telemetry.prefix_filter[]', (value, path) => {
      if (value.kind !== 'string' || /^[+-]/.test(value.value)) return;
      const fault = value.value === '' ? 'is empty' : `is ${quote(value.value)}, without a sign`;
      report({
        path,
        value,
        message: `${path} ${fault}, so the agent ignores it; begin with + to let metrics through or - to drop them`,
      });
    });
  },
});
