/** What changed from 1.18 to 2.1. */
import { hasHttpApi } from '../../../subjects/agent/listeners.ts';
import { entryWith, hasMetricSink, isOpen, isWritten, serviceOfKind, tls13 } from '../evidence.ts';
import { atFound, atOption, byRules, type Note, note, nothing, toAll } from '../note.ts';
import { pathNormalization } from './to-1.17.ts';

const changelog = { source: 'changelog' } as const;
const code = { source: 'code' } as const;

export const to21: readonly Note[] = [
  note(
    '1.18.5 path-normalization-1.18',
    'Mesh traffic request path normalization enabled by default (Enterprise)',
    toAll('enterprise', pathNormalization),
    { fixed: '1.19.0' },
  ),
  note(
    '1.18 negative-timeouts',
    'config-entries: Allow disabling request and idle timeouts with negative values',
    nothing('negative values were of no use before'),
    changelog,
  ),
  note(
    '1.18 disable-hostname',
    'telemetry: Adds fix to always use the value of telemetry.disable_hostname',
    atOption(
      'telemetry.disable_hostname',
      (node) => !hasMetricSink(node) && node.config.bool('telemetry.disable_hostname') !== true,
      'names of gauges in /v1/agent/metrics begin with the host name, which they did not without another sink: write disable_hostname = true where something reads them by name',
    ),
    changelog,
  ),
  note(
    '1.18.1 hcp-link',
    'ui: Adds a "Link to HCP Consul Central" modal',
    nothing('a part of the UI, which 2.0 takes out'),
    changelog,
  ),
  note(
    '1.19 health-filter',
    'Health endpoint status filtering is now processed on the server side when using client agents',
    toAll(
      'everyone',
      'upgrade all servers before the first client: old servers answer new clients with instances that fail',
    ),
  ),
  note(
    '1.19 double-consul',
    'Metrics removal',
    atOption(
      'telemetry',
      isWritten('telemetry'),
      'metrics named consul.consul.… are gone, their names begin with one consul now',
    ),
  ),
  note(
    '1.19 helm-api-gateway',
    'Legacy API Gateway Removal',
    toAll('mesh', 'on Kubernetes: values of the chart below apiGateway move to connectInject.apiGateway'),
  ),
  note(
    '1.19.3 path-normalization-1.19',
    'Mesh traffic request path normalization enabled by default (Enterprise)',
    toAll('enterprise', pathNormalization),
    { fixed: '1.20.0' },
  ),
  note(
    '1.19 dns-rewrite',
    'dns: new DNS server by default (GH-20715)',
    atOption(
      'dns_config',
      isWritten('dns_config'),
      'the DNS server was rewritten: compare your answers, or write experiments = ["v1dns"] for the old one while it exists',
    ),
    code,
  ),
  note(
    '1.19 snapshot-destinations',
    'snapshot agent: Top level single snapshot destinations are deprecated (Enterprise)',
    toAll('enterprise', 'the snapshot agent takes backup_destinations in the place of one …_storage block'),
    changelog,
  ),
  note(
    '1.20.1 path-normalization-1.20',
    'Mesh traffic request path normalization enabled by default',
    toAll('mesh', pathNormalization),
  ),
  note(
    '1.20 v2-experiments',
    'v2 tenancy, catalog and mesh experiments removed (GH-21592)',
    atOption(
      'experiments',
      ({ config }) => config.strings('experiments').some((name) => /^(resource-apis|v2|hcp-v2)/.test(name)),
      'the experiments of the v2 catalog do nothing any more: remove resource-apis, v2tenancy and hcp-v2-control-plane',
    ),
    code,
  ),
  note(
    '1.21 enterprise-license',
    'License update upgrade procedure (Enterprise)',
    toAll(
      'enterprise',
      'with the new license: upgrade servers, then clients, to 1.21.7 or newer, change the license, restart servers one by one, then clients',
    ),
  ),
  note(
    '1.21.2 datacenter-name',
    'a warning for a datacenter that is not a DNS label (GH-22382)',
    byRules('ca/datacenter-name'),
    code,
  ),
  note(
    '1.21.5 kv-key-characters',
    'agent: Add the KV Validations to block path traversal',
    atOption(
      'disable_http_unprintable_char_filter',
      ({ config }) => hasHttpApi(config) && config.bool('disable_http_unprintable_char_filter') !== true,
      'the KV API of 1.21.5 refuses keys with other characters than letters, digits and , _ . / - ? & =, such as a space, a colon or %2F, also to read and delete them: check yours, take 1.22, or write disable_http_unprintable_char_filter = true on every agent whose API is used',
    ),
    { ...changelog, fixed: '1.22.0' },
  ),
  note(
    '1.22 kv-keys',
    'security: breaking change - adding a key name validation on the key/value endpoint',
    atOption(
      'disable_kv_key_validation',
      ({ config }) => hasHttpApi(config) && config.bool('disable_kv_key_validation') !== true,
      'the KV API refuses keys with ".." between slashes or a space at an end, also in percent-encoding: check yours, or write disable_kv_key_validation = true on every agent whose API is used',
    ),
    changelog,
  ),
  note(
    '1.22 script-checks',
    'security: Adding warning when remote/local script checks are enabled without enabling ACLs',
    byRules('security/script-checks'),
    changelog,
  ),
  note(
    '1.22.5 http-timeouts',
    'http_config timeouts (GH-22739)',
    atOption(
      'http_config.read_timeout',
      (node) => isOpen(node, 'ports.http') || isOpen(node, 'ports.https'),
      'HTTP requests end after a read or write timeout (30 s in 1.22, 15 min from 2.0): raise http_config.read_timeout and write_timeout where clients block for longer',
    ),
    code,
  ),
  note(
    '2.0 version-numbers',
    'Versioning scheme change',
    nothing('no file names releases in a way that changes'),
  ),
  note(
    '2.0 ibm-license',
    'IBM Consul Enterprise license prerequisite',
    toAll(
      'enterprise',
      'change to the IBM license on 1.21.7 or newer first: an agent of 2.0 exits with the old one',
    ),
  ),
  note(
    '2.0 multi-port',
    'Multi-port service mesh routing is Enterprise-only',
    nothing('new options, which the community edition does not need'),
  ),
  note(
    '2.0 gateway-resources',
    'API gateway Kubernetes resource types changed for OpenShift compatibility',
    toAll(
      'mesh',
      'on Kubernetes: move Gateway, HTTPRoute, TCPRoute and ReferenceGrant to the types of consul.hashicorp.com',
    ),
  ),
  note(
    '2.0 telemetry-reporting',
    'Opt-in telemetry reporting introduced',
    nothing('it is off unless it is asked for'),
  ),
  note(
    '2.0 http-timeouts-raised',
    'Default HTTP server timeouts increased',
    nothing('15 minutes are more than the 30 seconds of 1.22.5; the note http-timeouts names both'),
  ),
  note('2.0 terminating-gateway-sds', 'Terminating gateway upstream TLS uses SDS by default', [
    atFound(
      (node) =>
        serviceOfKind('terminating-gateway')(node) ?? entryWith('terminating-gateway', () => true)(node),
      'terminating gateways get the certificates for their upstreams through SDS: check that yours reach them after the upgrade',
    ),
    toAll('mesh', 'terminating gateways get the certificates for their upstreams through SDS'),
  ]),
  note(
    '2.0 cloud',
    'HCP management removed',
    atOption(
      'cloud',
      isWritten('cloud'),
      'the cloud block has no effect any more: HCP management was removed; remove it',
    ),
    code,
  ),
  note('2.1 hybrid-tls', 'Hybrid post-quantum TLS', [
    atFound(
      tls13,
      'a minimum of TLS 1.3 selects the key exchange X25519MLKEM768 or X25519: prepare clients, or write tls_ecdh_curves = "X25519" for the classical one',
    ),
    toAll(
      'mesh',
      'a mesh entry with a minimum of TLS 1.3 selects hybrid key exchange: prepare Envoy and dataplanes, or list classical curves',
    ),
  ]),
];
