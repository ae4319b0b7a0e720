import { texts } from '../forms/values.ts';
import { basicName } from './support/ui.ts';

export const uiMetricsProvider = texts({
  id: 'ui/metrics-provider',
  options: ['ui_config.metrics_provider'],
  docs: { summary: 'Names of metrics providers are lower case: letters, digits, - and _.' },
  wants: 'a name such as "prometheus"',
  accepts: (text) => text === '' || basicName.test(text),
});
