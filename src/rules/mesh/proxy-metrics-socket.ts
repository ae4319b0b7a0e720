import { byteLength } from '../../model/grammar/text.ts';
import { ofServices } from '../forms/services.ts';
import { text } from './support/proxies.ts';

/** Only an own-name path keeps a metrics socket's path within what a unix socket can have. */
const maxMetricsPath = 70;

export const meshProxyMetricsSocket = ofServices({
  id: 'mesh/proxy-metrics-socket',
  keys: ['proxy.config.envoy_hcp_metrics_bind_socket_dir'],
  docs: { summary: 'Paths of unix sockets are short; a directory for them must be, too.' },
  run: ({ value, path, kind }, report) => {
    const key = 'proxy.config.envoy_hcp_metrics_bind_socket_dir';
    if (kind !== 'connect-proxy' || byteLength(text(value, key)) <= maxMetricsPath) return;
    report(
      key,
      `${path}.${key} is longer than ${maxMetricsPath} bytes, which leaves no room for the socket’s name`,
    );
  },
});
