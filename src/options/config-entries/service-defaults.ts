/** service-defaults: what holds for all instances of a service. */
import { optionalUrlPath } from '../grammars/names.ts';
import { hostname, requiredPort } from '../grammars/network.ts';
import { between, int, list, string, words } from '../kinds.ts';
import { option, section } from '../option.ts';
import {
  base,
  connectionBalance,
  count,
  entryBlock,
  expose,
  extensions,
  fields,
  gatewayMode,
  mutualTlsMode,
  named,
  passiveHealthCheck,
  proxyMode,
  transparent,
} from './common.ts';

const limit = between(0, undefined, 'validate');

const upstreamLimits = section(() =>
  fields({
    max_connections: option(limit, 'Connections that a proxy may open to the upstream.'),
    max_pending_requests: option(limit, 'Requests that may wait for a connection.'),
    max_concurrent_requests: option(limit, 'Requests that may run at the same time.'),
  }),
);

const upstream = section(() =>
  fields({
    name: option(string, 'Upstream that an override is for; not in the defaults.'),
    peer: option(string, 'Peered cluster that has the upstream.'),
    protocol: option(string, 'Protocol of the upstream, where its own service-defaults cannot say.'),
    connect_timeout_ms: option(int, 'How long connecting may take, in milliseconds.'),
    limits: option(entryBlock('UpstreamLimits', upstreamLimits), 'Limits on connections and requests.'),
    passive_health_check: option(
      passiveHealthCheck,
      'When an instance that fails is left alone for a while.',
    ),
    mesh_gateway: option(gatewayMode, 'Use of mesh gateways for the upstream.'),
    balance_outbound_connections: option(
      connectionBalance,
      'How a proxy spreads connections over its threads.',
    ),
    envoy_listener_json: option(string, 'Envoy listener to use as it is, as JSON text.'),
    envoy_cluster_json: option(string, 'Envoy cluster to use as it is, as JSON text.'),
  }),
);

const upstreamConfig = section(() =>
  fields({
    defaults: option(entryBlock('UpstreamDefaults', upstream), 'What holds for all upstreams.'),
    overrides: option(
      list(entryBlock('UpstreamDefaults', upstream)),
      'What holds for one upstream each, by name.',
    ),
  }),
);

const destination = section(() =>
  fields({
    addresses: option(list(hostname), 'Host names or IP addresses, each only once and without wildcards.'),
    port: option(requiredPort, 'Port at those addresses.'),
  }),
);

const route = section(() =>
  fields({
    path_exact: option(optionalUrlPath, 'The path, compared as a whole.'),
    path_prefix: option(optionalUrlPath, 'How the path begins.'),
    path_regex: option(string, 'Pattern of the path.'),
    requests_per_second: option(int, 'Requests that are let through per second.'),
    requests_max_burst: option(int, 'Requests that may go beyond that at once.'),
  }),
);

const instanceLevel = section(() =>
  fields({
    requests_per_second: option(int, 'Requests that are let through per second.'),
    requests_max_burst: option(int, 'Requests that may go beyond that at once.'),
    routes: option(list(entryBlock('RateLimitRoute', route)), 'Limits for single paths.'),
  }),
);

const rateLimits = section(() =>
  fields({
    instance_level: option(
      entryBlock('InstanceRateLimits', instanceLevel),
      'Limits for each instance by itself.',
    ),
  }),
);

export const serviceDefaults = section(() => ({
  ...named('Service that the defaults are for.'),
  ...fields({
    protocol: option(
      words(['tcp', 'http', 'http2', 'grpc'], {
        anyCase: true,
        orEmpty: true,
        enforcedSince: '1.17',
        refusedBy: 'validate',
      }),
      'Protocol of the service. Everything that inspects HTTP needs it.',
      { unset: 'tcp' },
    ),
    mode: option(
      proxyMode,
      'Whether all traffic is diverted (`transparent`) or the application calls the proxy.',
    ),
    mutual_tls_mode: option(
      mutualTlsMode,
      'Whether traffic without the mesh’s TLS is let in too (`permissive`).',
    ),
    transparent_proxy: option(transparent, 'Settings of the mode `transparent`.'),
    mesh_gateway: option(gatewayMode, 'Use of mesh gateways by the service’s proxies.'),
    expose: option(expose, 'Lets requests from outside of the mesh through to chosen paths.'),
    external_sni: option(string, 'Name that TLS asks for, where the service is outside of the mesh.'),
    upstream_config: option(
      entryBlock('UpstreamConfiguration', upstreamConfig),
      'Settings for the upstreams. Not together with `destination`.',
    ),
    destination: option(
      entryBlock('Destination', destination),
      'Hosts outside of the mesh that terminating gateways reach.',
    ),
    max_inbound_connections: option(int, 'Connections that a proxy takes at a time; 0 for no limit.'),
    local_connect_timeout_ms: option(
      int,
      'How long connecting to the application may take, in milliseconds.',
    ),
    local_request_timeout_ms: option(int, 'How long the application may take to answer, in milliseconds.'),
    balance_inbound_connections: option(
      connectionBalance,
      'How a proxy spreads connections over its threads.',
    ),
    MaxRequestHeadersKB: option(count, 'Size that the headers of a request may have, in KiB.', {
      since: '1.21.5',
    }),
    rate_limits: option(entryBlock('RateLimits', rateLimits), 'Limits on requests to the service.', {
      since: '1.17',
      enterprise: 'refused',
    }),
    envoy_extensions: option(extensions, 'Extensions of Envoy for the service’s proxies.'),
  }),
  ...base(),
}));
