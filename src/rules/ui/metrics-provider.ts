import { texts } from '../forms/values.ts';
import { basicName } from './support/ui.ts';

export const uiMetricsProvider = texts({
  id: 'ui/metrics-provider',
  options: ['ui_config.metrics_provider'],
  docs: {
    summary: 'ui_config.metrics_provider has characters other than a-z, 0-9, - and _.',
    rationale: 'The agent refuses other names, in upper case too.',
    bad: {
      'consul.hcl':
        'data_dir = "/var/lib/consul"\n\nui_config {\n  enabled = true\n  metrics_provider = "Prometheus"\n}\n',
    },
    good: {
      'consul.hcl':
        'data_dir = "/var/lib/consul"\n\nui_config {\n  enabled = true\n  metrics_provider = "prometheus"\n}\n',
    },
  },
  wants: 'a name such as "prometheus"',
  accepts: (text) => text === '' || basicName.test(text),
});
