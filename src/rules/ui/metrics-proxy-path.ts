import { parseUrl } from '../../model/grammar/url.ts';
import { texts } from '../forms/values.ts';

/** An absolute path and nothing else: no host, query, fragment or escapes. */
function isPlainPath(text: string): boolean {
  const url = parseUrl(text);
  if (!url || !text.startsWith('/')) return false;
  return url.path === text && url.host === '' && !url.hasUser && url.query === '' && url.fragment === '';
}

export const uiMetricsProxyPath = texts({
  id: 'ui/metrics-proxy-path',
  options: ['ui_config.metrics_proxy.path_allowlist[]'],
  docs: {
    summary: 'A path of ui_config.metrics_proxy.path_allowlist is not plain and absolute.',
    rationale: 'The agent refuses a path that is relative, or has a host, a query, a fragment or escapes.',
    bad: {
      'consul.hcl':
        'data_dir = "/var/lib/consul"\n\nui_config {\n  enabled = true\n' +
        '  metrics_provider = "prometheus"\n\n  metrics_proxy {\n' +
        '    base_url = "http://prometheus:9090"\n    path_allowlist = ["api/v1/query"]\n  }\n}\n',
    },
    good: {
      'consul.hcl':
        'data_dir = "/var/lib/consul"\n\nui_config {\n  enabled = true\n' +
        '  metrics_provider = "prometheus"\n\n  metrics_proxy {\n' +
        '    base_url = "http://prometheus:9090"\n    path_allowlist = ["/api/v1/query"]\n  }\n}\n',
    },
  },
  wants: 'an absolute path without host, query, fragment or escapes',
  accepts: isPlainPath,
});
