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
  docs: { summary: 'Allowed paths are absolute and plain.' },
  wants: 'an absolute path without host, query, fragment or escapes',
  accepts: isPlainPath,
});
