import { each } from '../../model/value-path.ts';
import { spanOf } from '../../text/source/source.ts';
import { rule } from '../rule.ts';
import { upstreamFault } from './support/proxies.ts';

export const sidecarUpstream = rule({
  id: 'mesh/sidecar-upstream',
  scope: 'node',
  source: 'runtime',
  severity: 'warning',
  options: ['services[].connect.sidecar_service.proxy.upstreams'],
  docs: {
    summary: 'An upstream of a sidecar is invalid, and the sidecar does not serve it.',
    rationale:
      'The agent refuses such an upstream in a service of kind connect-proxy. In a sidecar it accepts it and starts, but ' +
      'the proxy gets no listener for it; with an unknown destination_type it gets no configuration at all.',
    bad: { 'consul.hcl': service('destination_name = "db"') },
    good: { 'consul.hcl': service('destination_name = "db"\n          local_bind_port = 5432') },
  },
  run({ config }, report) {
    each(config.written, 'services[].connect.sidecar_service.proxy.upstreams[]', (upstream, path) => {
      const fault = upstream.kind === 'object' ? upstreamFault(upstream) : undefined;
      if (fault === undefined) return;
      report({
        at: spanOf(upstream),
        path,
        message: `the sidecar does not serve this upstream, although the agent accepts it: it ${fault}`,
      });
    });
  },
});

function service(upstream: string): string {
  return (
    'data_dir = "/var/lib/consul"\n\nservice {\n  name = "web"\n  port = 80\n  connect {\n    sidecar_service {\n' +
    `      proxy {\n        upstreams {\n          ${upstream}\n        }\n      }\n    }\n  }\n}\n`
  );
}
