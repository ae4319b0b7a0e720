import { texts } from '../forms/values.ts';
import { isWeb } from './support/ui.ts';

export const uiMetricsProxyUrl = texts({
  id: 'ui/metrics-proxy-url',
  options: ['ui_config.metrics_proxy.base_url'],
  docs: { summary: 'The metrics proxy passes requests on over HTTP or HTTPS.' },
  wants: 'an http:// or https:// URL',
  accepts: (text) => text === '' || isWeb(text),
});
