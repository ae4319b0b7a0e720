import { withService } from '../forms/examples.ts';
import { ofServices } from '../forms/services.ts';
import { upstreamFault, upstreamsOf } from './support/proxies.ts';

export const meshProxyUpstream = ofServices({
  id: 'mesh/proxy-upstream',
  keys: ['proxy.upstreams'],
  docs: {
    summary: 'An upstream of a connect-proxy is incomplete, or has conflicting settings.',
    rationale:
      'Each upstream needs one destination, which is a service or a prepared query and not "*", and ' +
      'exactly one of local_bind_port and local_bind_socket_path. A peer excludes a datacenter and a ' +
      'partition other than default; a datacenter excludes any partition. The agent refuses the service ' +
      'otherwise.',
    bad: withService(`
      name = "web-proxy"
      kind = "connect-proxy"
      port = 20000
      proxy {
        destination_service_name = "web"
        upstreams {
          destination_name = "db"
        }
      }
    `),
    good: withService(`
      name = "web-proxy"
      kind = "connect-proxy"
      port = 20000
      proxy {
        destination_service_name = "web"
        upstreams {
          destination_name = "db"
          local_bind_port = 5432
        }
      }
    `),
  },
  run: ({ value, path, kind }, report) => {
    if (kind !== 'connect-proxy') return;
    for (const [i, upstream] of upstreamsOf(value).entries()) {
      const fault = upstreamFault(upstream);
      if (fault) report(`proxy.upstreams[${i}]`, `${path}.proxy.upstreams[${i}] ${fault}`);
    }
  },
});
