/** ingress-gateway and terminating-gateway: the ways into the mesh and out of it. */
import { filePath, metaKeyed } from '../grammars/names.ts';
import { hostname, uncheckedPort } from '../grammars/network.ts';
import { envoyCipherSuite, tlsVersion } from '../grammars/secrets.ts';
import { bool, list, map, string, words } from '../kinds.ts';
import { option, section } from '../option.ts';
import { base, count, entryBlock, fields, headers, named, passiveHealthCheck } from './common.ts';

const sds = section(() =>
  fields({
    cluster_name: option(string, 'Envoy cluster of the server that gives out the certificate.'),
    cert_resource: option(string, 'Name of the certificate there.'),
  }),
);
const sdsBlock = entryBlock('Sds', sds);

const gatewayTls = section(() =>
  fields({
    enabled: option(bool, 'Serves TLS with certificates of the mesh.', { default: false }),
    tls_min_version: option(tlsVersion, 'Oldest version of TLS that is accepted.'),
    tls_max_version: option(tlsVersion, 'Newest version of TLS that is accepted.'),
    cipher_suites: option(list(envoyCipherSuite), 'Cipher suites for TLS 1.2.'),
    sds: option(sdsBlock, 'Certificate that a server of your own gives out.'),
  }),
);
const gatewayTlsBlock = entryBlock('GatewayTls', gatewayTls);

const serviceTls = section(() =>
  fields({
    sds: option(sdsBlock, 'Certificate that a server of your own gives out.'),
  }),
);

const ingressService = section(() =>
  fields({
    name: option(string, 'Service; `*` means all, on listeners for HTTP.'),
    namespace: option(string, 'Namespace of the service.', { enterprise: 'unknown' }),
    partition: option(string, 'Admin partition of the service.', { enterprise: 'unknown' }),
    hosts: option(list(hostname), 'Host names whose requests go to it; not for `tcp`.'),
    tls: option(entryBlock('IngressServiceTls', serviceTls), 'Its own certificate.'),
    request_headers: option(headers, 'Changes to the headers of the request.'),
    response_headers: option(headers, 'Changes to the headers of the response.'),
    max_connections: option(count, 'Connections that are opened to it.'),
    max_pending_requests: option(count, 'Requests that may wait for a connection.'),
    max_concurrent_requests: option(count, 'Requests that may run at the same time.'),
    passive_health_check: option(
      passiveHealthCheck,
      'When an instance that fails is left alone for a while.',
    ),
    meta: option(map(metaKeyed), 'Metadata for people.'),
  }),
);

const ingressListener = section(() =>
  fields({
    port: option(uncheckedPort, 'Port that the gateway listens on; each only once.'),
    protocol: option(
      words(['tcp', 'http', 'http2', 'grpc'], { anyCase: true, orEmpty: true, refusedBy: 'validate' }),
      'Its protocol.',
      {
        unset: 'tcp',
      },
    ),
    services: option(
      list(entryBlock('IngressService', ingressService)),
      'Services behind it; just one for `tcp`.',
    ),
    tls: option(gatewayTlsBlock, 'Certificates and TLS versions of this listener alone.'),
  }),
);

/** These have no spelling in snake_case here. */
const ingressDefaults = section(() =>
  fields({
    MaxConnections: option(count, 'Connections that are opened to a service.'),
    MaxPendingRequests: option(count, 'Requests that may wait for a connection.'),
    MaxConcurrentRequests: option(count, 'Requests that may run at the same time.'),
    passive_health_check: option(
      passiveHealthCheck,
      'When an instance that fails is left alone for a while.',
    ),
  }),
);

export const ingressGateway = section(() => ({
  ...named('Gateway that the entry is for.'),
  ...fields({
    listeners: option(list(entryBlock('IngressListener', ingressListener)), 'What the gateway listens on.'),
    tls: option(gatewayTlsBlock, 'Certificates and TLS versions of every listener.'),
    defaults: option(entryBlock('IngressDefaults', ingressDefaults), 'Limits for services that set none.'),
  }),
  ...base(),
}));

const linkedService = section(() =>
  fields({
    name: option(string, 'Service outside of the mesh; `*` is all.'),
    namespace: option(string, 'Namespace of the service.', { enterprise: 'unknown' }),
    ca_file: option(filePath, 'CA certificate that vouches for it, on the gateway’s host.'),
    cert_file: option(filePath, 'Client certificate to show to it; needs ca_file and key_file.'),
    key_file: option(filePath, 'Key of the client certificate; needs ca_file and cert_file.'),
    sni: option(string, 'Name that TLS asks for.'),
    DisableAutoHostRewrite: option(bool, 'Leaves the Host header as it came.', {
      since: '1.18.2',
      default: false,
    }),
  }),
);

export const terminatingGateway = section(() => ({
  ...named('Gateway that the entry is for.'),
  ...fields({
    services: option(list(entryBlock('LinkedService', linkedService)), 'Services that it reaches.'),
  }),
  ...base(),
}));
