import { byteLength } from '../../model/grammar/text.ts';
import { withService } from '../forms/examples.ts';
import { ofServices } from '../forms/services.ts';
import { text } from './support/proxies.ts';

/** Longest directory that leaves room for the socket's name in the path of a unix socket. */
const maxMetricsPath = 70;

export const meshProxyMetricsSocket = ofServices({
  id: 'mesh/proxy-metrics-socket',
  keys: ['proxy.config.envoy_hcp_metrics_bind_socket_dir'],
  docs: {
    summary: 'The directory of the metrics socket of a proxy is too long.',
    rationale:
      'The path of a unix socket has little more than 100 bytes, so the agent refuses an ' +
      'envoy_hcp_metrics_bind_socket_dir above 70 bytes in a connect-proxy.',
    bad: withService(`
      name = "web-proxy"
      kind = "connect-proxy"
      port = 20000
      proxy {
        destination_service_name = "web"
        config {
          envoy_hcp_metrics_bind_socket_dir = "/var/lib/consul/dddddddddddddddddddddddddddddddddddddddddddddddddddddddddddd"
        }
      }
    `),
    good: withService(`
      name = "web-proxy"
      kind = "connect-proxy"
      port = 20000
      proxy {
        destination_service_name = "web"
        config {
          envoy_hcp_metrics_bind_socket_dir = "/run/consul"
        }
      }
    `),
  },
  run: ({ value, path, kind }, report) => {
    const key = 'proxy.config.envoy_hcp_metrics_bind_socket_dir';
    if (kind !== 'connect-proxy' || byteLength(text(value, key)) <= maxMetricsPath) return;
    report(
      key,
      `${path}.${key} is longer than ${maxMetricsPath} bytes, which leaves no room for the name of the socket; use a shorter path`,
    );
  },
});
