/** The web UI. */
import { absoluteUrlPath, contentPath, dirPath, filePath, metricsProvider } from '../../grammars/names.ts';
import { httpUrl } from '../../grammars/network.ts';
import { block, bool, list, map, string } from '../../kinds.ts';
import { option, section } from '../../option.ts';

const header = section(() => ({
  name: option(string, 'Name of the header.'),
  value: option(string, 'Value of the header; often a password.', { secret: true }),
}));

const metricsProxy = section(() => ({
  base_url: option(httpUrl, 'Where the metrics server answers.'),
  path_allowlist: option(list(absoluteUrlPath), 'Paths that may be asked for.', {
    unset: 'the query paths of Prometheus, where that is the provider',
  }),
  add_headers: option(
    list(block('MetricsProxyHeader', header)),
    'Headers to add, such as one that authenticates.',
  ),
}));

export const uiConfig = section(() => ({
  enabled: option(bool, 'Serves the web UI on the HTTP port.', { default: false, flag: '-ui' }),
  dir: option(dirPath, 'Serves the UI out of this directory; the alternative to `enabled`.', {
    flag: '-ui-dir',
  }),
  content_path: option(contentPath, 'Path below which the UI is served.', {
    default: '/ui/',
    flag: '-ui-content-path',
  }),
  metrics_provider: option(
    metricsProvider,
    'Where the UI gets figures of services from; `prometheus` is built in.',
    { reload: true },
  ),
  metrics_provider_files: option(list(filePath), 'JavaScript files that define further metrics providers.', {
    reload: true,
  }),
  metrics_provider_options_json: option(
    string,
    'Options for the metrics provider, as the text of a JSON object.',
    { reload: true },
  ),
  metrics_proxy: option(
    block('MetricsProxy', metricsProxy),
    'Lets the UI reach the metrics server through this agent.',
    {
      reload: true,
    },
  ),
  dashboard_url_templates: option(
    map(httpUrl),
    'Links to dashboards of your own; the key `service` is the one in use.',
    { reload: true },
  ),
}));
