import { isJsonObject } from '../../model/grammar/json.ts';
import { texts } from '../forms/values.ts';

export const uiMetricsProviderOptions = texts({
  id: 'ui/metrics-provider-options',
  options: ['ui_config.metrics_provider_options_json'],
  docs: {
    summary: 'ui_config.metrics_provider_options_json is not a JSON object.',
    rationale:
      'The agent takes one JSON object, written as a string, or an empty string, and refuses anything else.',
    bad: {
      'consul.hcl':
        'data_dir = "/var/lib/consul"\n\nui_config {\n  enabled = true\n  metrics_provider_options_json = "[]"\n}\n',
    },
    good: {
      'consul.hcl':
        'data_dir = "/var/lib/consul"\n\nui_config {\n  enabled = true\n  metrics_provider_options_json = "{}"\n}\n',
    },
  },
  wants: 'a JSON object in a string',
  accepts: (text) => text === '' || isJsonObject(text),
});
