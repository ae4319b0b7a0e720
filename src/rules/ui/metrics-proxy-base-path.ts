import { parseUrl } from '../../model/grammar/url.ts';
import { rule } from '../rule.ts';

const base = 'ui_config.metrics_proxy.base_url';
const list = 'ui_config.metrics_proxy.path_allowlist';

export const metricsProxyBasePath = rule({
  id: 'ui/metrics-proxy-base-path',
  scope: 'node',
  source: 'runtime',
  severity: 'warning',
  options: [base, list, 'ui_config.metrics_provider'],
  docs: {
    summary:
      'The metrics proxy refuses every request, because no allowed path begins with that of its base_url.',
    rationale:
      'The proxy appends the path of the request to base_url and compares the whole path with path_allowlist, whole against ' +
      'whole. For metrics_provider = "prometheus" the list is /api/v1/query and /api/v1/query_range unless it is written, so ' +
      'that a base_url with a path of its own matches none: every graph of the UI is 403 ("target URL path is not allowed"), ' +
      'and no request reaches Prometheus. With the path in the list it does (1.16.4, 1.20.2 and 1.23).',
    bad: { 'consul.hcl': example('') },
    good: {
      'consul.hcl': example(
        '    path_allowlist = ["/prometheus/api/v1/query", "/prometheus/api/v1/query_range"]\n',
      ),
    },
  },
  run({ config }, report) {
    const prefix = parseUrl(config.string(base) ?? '')?.path.replace(/\/+$/, '') ?? '';
    if (prefix === '') return;
    const written = config.strings(list);
    const allowed = written.length > 0 ? written : defaultPaths(config.string('ui_config.metrics_provider'));
    if (allowed.length === 0 || allowed.some((path) => path.startsWith(`${prefix}/`))) return;
    const wanted = (written.length > 0 ? written : allowed).map((path) => JSON.stringify(`${prefix}${path}`));
    report({
      at: config.at(written.length > 0 ? list : base),
      path: list,
      message:
        `${base} has the path ${prefix}, and no allowed path begins with it: the agent answers every request for metrics ` +
        `with 403; write ${list} = [${wanted.join(', ')}]`,
    });
  },
});

/** Those that the agent allows where none are written; of other providers it allows all. */
const defaultPaths = (provider: string | undefined): readonly string[] =>
  provider === 'prometheus' ? ['/api/v1/query', '/api/v1/query_range'] : [];

function example(allowed: string): string {
  return (
    'data_dir = "/var/lib/consul"\n\nui_config {\n  enabled = true\n  metrics_provider = "prometheus"\n\n' +
    `  metrics_proxy {\n    base_url = "http://prometheus:9090/prometheus"\n${allowed}  }\n}\n`
  );
}
