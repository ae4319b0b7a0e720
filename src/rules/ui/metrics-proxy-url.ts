import { texts } from '../forms/values.ts';
import { isWeb } from './support/ui.ts';

export const uiMetricsProxyUrl = texts({
  id: 'ui/metrics-proxy-url',
  options: ['ui_config.metrics_proxy.base_url'],
  docs: {
    summary: 'ui_config.metrics_proxy.base_url is not an http:// or https:// URL.',
    rationale:
      'The metrics proxy passes requests on over HTTP or HTTPS, and the agent refuses other URLs; a host ' +
      'and port alone are not a URL.',
    bad: {
      'consul.hcl':
        'data_dir = "/var/lib/consul"\n\nui_config {\n  enabled = true\n' +
        '  metrics_provider = "prometheus"\n\n  metrics_proxy {\n    base_url = "localhost:9090"\n  }\n}\n',
    },
    good: {
      'consul.hcl':
        'data_dir = "/var/lib/consul"\n\nui_config {\n  enabled = true\n' +
        '  metrics_provider = "prometheus"\n\n  metrics_proxy {\n    base_url = "http://localhost:9090"\n' +
        '  }\n}\n',
    },
  },
  wants: 'an http:// or https:// URL',
  accepts: (text) => text === '' || isWeb(text),
});
