import { isJsonObject } from '../../model/grammar/json.ts';
import { texts } from '../forms/values.ts';

export const uiMetricsProviderOptions = texts({
  id: 'ui/metrics-provider-options',
  options: ['ui_config.metrics_provider_options_json'],
  docs: { summary: 'The options of a metrics provider are one JSON object, written as a string.' },
  wants: 'a JSON object in a string',
  accepts: (text) => text === '' || isJsonObject(text),
});
