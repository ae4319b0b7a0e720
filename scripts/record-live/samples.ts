/**
 * A value for every option, other than its default, that an agent starts with; where it needs others, those too. The
 * value of an option that is not here follows from its kind.
 */
import type { Option } from '../../src/options/option.ts';

export interface Sample {
  readonly value: unknown;
  /** Options that it needs: they are set before and after. */
  readonly with?: Readonly<Record<string, unknown>>;
  /** Of a client, where a server does not take it. */
  readonly client?: true;
  /** What the server at SERVER runs that it needs to reach. */
  readonly server?: Readonly<Record<string, unknown>>;
  /** The cluster keeps it. */
  readonly kept?: true;
}

const other = (value: unknown, more: Omit<Sample, 'value'> = {}): Sample => ({ value, ...more });
const client = { client: true } as const;

const proxied = { 'ui_config.metrics_provider': 'prometheus' };
/** That the bearer of a statement is the node that asks. */
// biome-ignore lint/suspicious/noTemplateCurlyInString: a variable of the agent
const ownNode = 'value.node == "${node}"';
const serverTls = {
  'tls.internal_rpc.ca_file': 'CERTS/ca.pem',
  'tls.internal_rpc.cert_file': 'CERTS/cert.pem',
  'tls.internal_rpc.key_file': 'CERTS/key.pem',
};
const authorization = {
  ...serverTls,
  'tls.internal_rpc.verify_incoming': true,
  'tls.internal_rpc.verify_outgoing': true,
  'auto_config.authorization.static.jwt_validation_pub_keys': ['JWTKEY'],
  'auto_config.authorization.static.bound_audiences': ['nine'],
  'auto_config.authorization.static.claim_mappings': { node: 'node' },
};
const authorizing = {
  ...authorization,
  'auto_config.authorization.enabled': true,
  'auto_config.authorization.static.claim_assertions': [ownNode],
};
const rpcTls = { 'tls.internal_rpc.ca_file': 'CERTS/ca.pem' };

export const samples: Readonly<Record<string, Sample>> = {
  primary_datacenter: other('dc9'),
  datacenter: other('dc9'),
  node_name: other('node9'),
  node_id: other('11111111-2222-3333-4444-555555555555'),
  node_meta: other({ rack: 'r1' }),
  tagged_addresses: other({ nine: '10.9.9.1' }),
  skip_leave_on_interrupt: other(false),
  'rpc.enable_streaming': other(false),
  'locality.region': other('region9'),
  'locality.zone': other('zone9', { with: { 'locality.region': 'region9' } }),
  server: other(true, client),
  bootstrap_expect: other(3),
  bootstrap: other(true, { with: { bootstrap_expect: 0 } }),
  data_dir: other('DATA9'),
  pid_file: other('DATA/pid9'),
  protocol: other(3),
  experiments: other(['resource-apis9']),
  bind_addr: other('127.0.0.99'),
  client_addr: other('127.0.0.99'),
  advertise_addr: other('127.0.0.99'),
  advertise_addr_ipv4: other('127.0.0.99'),
  advertise_addr_wan: other('127.0.0.99'),
  advertise_addr_wan_ipv4: other('127.0.0.99'),
  serf_lan: other('127.0.0.99'),
  serf_wan: other('127.0.0.99'),
  serf_lan_allowed_cidrs: other(['127.0.0.0/8']),
  serf_wan_allowed_cidrs: other(['127.0.0.0/8']),
  'ports.dns': other(18600),
  'ports.http': other(18500),
  'ports.https': other(18501),
  'ports.grpc': other(18502),
  'ports.grpc_tls': other(18503),
  'addresses.dns': other('127.0.0.99', { with: { 'ports.dns': 18600 } }),
  'addresses.http': other('127.0.0.99 unix://SOCKET'),
  'addresses.https': other('127.0.0.99', { with: { 'ports.https': 18501 } }),
  'addresses.grpc': other('127.0.0.99', { with: { 'ports.grpc': 18502 } }),
  'addresses.grpc_tls': other('127.0.0.99', { with: { 'ports.grpc_tls': 18503 } }),
  retry_join: other(['127.0.0.98']),
  retry_join_wan: other(['127.0.0.98']),
  primary_gateways: other(['127.0.0.98:8443'], {
    with: {
      'connect.enable_mesh_gateway_wan_federation': true,
      primary_datacenter: 'dc9',
      node_name: 'node8',
      ...rpcTls,
      'tls.internal_rpc.verify_outgoing': true,
      'tls.internal_rpc.cert_file': 'CERTS/cert.pem',
      'tls.internal_rpc.key_file': 'CERTS/key.pem',
      'ports.server': 8300,
    },
  }),
  encrypt: other('bm90QVJlYWxLZXlqdXN0QW5FeGFtcGxlT25seSEhISE='),
  advertise_reconnect_timeout: other('10h', client),
  reconnect_timeout: other('80h'),
  reconnect_timeout_wan: other('80h'),
  'auto_encrypt.tls': other(true, {
    ...client,
    with: { ...rpcTls, 'tls.internal_rpc.verify_outgoing': true, retry_join: ['SERVER'] },
    server: { ...serverTls, 'auto_encrypt.allow_tls': true },
  }),
  'auto_encrypt.dns_san': other(['a.example'], client),
  'auto_encrypt.ip_san': other(['10.9.9.9'], client),
  'auto_encrypt.allow_tls': other(true, {
    with: {
      ...rpcTls,
      'tls.internal_rpc.cert_file': 'CERTS/cert.pem',
      'tls.internal_rpc.key_file': 'CERTS/key.pem',
    },
  }),
  log_level: other('ERROR'),
  log_file: other('CERTS/log9'),
  server_name: other('nine.example'),
  advertise_addr_ipv6: other('fd00::9'),
  advertise_addr_wan_ipv6: other('fd00::9'),
  'ports.server': other(18300),
  'ports.serf_lan': other(18301),
  'ports.serf_wan': other(18302),
  'auto_config.intro_token': other('nine', client),
  'auto_config.intro_token_file': other('CERTS/nine.js', client),
  'auto_config.server_addresses': other(['127.0.0.98'], client),
  'auto_config.dns_sans': other(['nine.example'], client),
  'auto_config.ip_sans': other(['10.9.9.9'], client),
  'auto_config.enabled': other(true, {
    ...client,
    with: {
      ...rpcTls,
      'tls.internal_rpc.verify_outgoing': true,
      'auto_config.intro_token_file': 'CERTS/jwt',
      'auto_config.server_addresses': ['SERVER'],
    },
    server: authorizing,
  }),
  'auto_config.authorization.enabled': other(true, {
    with: {
      ...authorization,
      'auto_config.authorization.static.claim_assertions': [ownNode],
    },
  }),
  'auto_config.authorization.static.bound_audiences': other(['nine']),
  'auto_config.authorization.static.claim_assertions': other(['value.node == "nine"'], {
    with: {
      ...authorization,
      'auto_config.authorization.enabled': true,
    },
  }),
  'auto_config.authorization.static.claim_mappings': other({ nine: 'node' }),
  'auto_config.authorization.static.list_claim_mappings': other({ nine: 'nodes' }),
  'auto_config.authorization.static.jwt_supported_algs': other(['ES256']),
  'auto_config.authorization.static.jwt_validation_pub_keys': other(['nine']),
  'auto_config.authorization.static.jwks_url': other('https://127.0.0.1/nine'),
  'auto_config.authorization.static.jwks_ca_cert': other('nine'),
  'auto_config.authorization.static.oidc_discovery_url': other('https://127.0.0.1/nine'),
  'auto_config.authorization.static.oidc_discovery_ca_cert': other('nine'),
  'telemetry.circonus_api_url': other('https://127.0.0.1/nine'),
  'telemetry.circonus_submission_url': other('https://127.0.0.1/nine'),
  'feature_gates.bootstrap': other({ nine: true }),
  'audit.sink': other({ nine: { type: 'file', format: 'json', path: 'CERTS/audit9' } }),
  snapshot_agent: other({ nine: {} }),
  syslog_facility: other('LOCAL1'),
  'acl.default_policy': other('deny'),
  'acl.down_policy': other('async-cache'),
  'acl.enable_token_persistence': other(true),
  'acl.tokens.config_file_service_registration': other('33333333-2222-3333-4444-555555555555'),
  domain: other('example.'),
  alt_domain: other('alt.'),
  recursors: other(['10.9.9.9']),
  'dns_config.service_ttl': other({ web: '7s' }),
  'dns_config.recursor_strategy': other('random'),
  'http_config.allow_write_http_from': other(['127.0.0.0/8']),
  'http_config.block_endpoints': other(['/v1/acl']),
  'http_config.response_headers': other({ 'X-Nine': 'nine' }),
  'unix_sockets.user': other('0'),
  'unix_sockets.group': other('0'),
  'unix_sockets.mode': other('0700'),
  'telemetry.prefix_filter': other(['+consul.nine', '-consul.ten']),
  'telemetry.statsd_address': other('127.0.0.1:8125'),
  'telemetry.statsite_address': other('127.0.0.1:8125'),
  'telemetry.dogstatsd_addr': other('127.0.0.1:8125'),
  'telemetry.prometheus_retention_time': other('7h'),
  'telemetry.dogstatsd_tags': other(['nine:9']),
  'ui_config.dir': other('CERTS'),
  'ui_config.content_path': other('/nine/', { with: { 'ui_config.enabled': true } }),
  'ui_config.metrics_provider': other('nine'),
  'ui_config.metrics_provider_files': other(['CERTS/nine.js'], { with: proxied }),
  'ui_config.metrics_provider_options_json': other('{"nine":9}', { with: proxied }),
  'ui_config.metrics_proxy.base_url': other('http://127.0.0.1:9090', { with: proxied }),
  'ui_config.metrics_proxy.path_allowlist': other(['/nine'], {
    with: { ...proxied, 'ui_config.metrics_proxy.base_url': 'http://127.0.0.1:9090' },
  }),
  'ui_config.metrics_proxy.add_headers': other([{ name: 'X-Nine', value: 'nine' }], {
    with: { ...proxied, 'ui_config.metrics_proxy.base_url': 'http://127.0.0.1:9090' },
  }),
  'ui_config.dashboard_url_templates': other({ nine: 'http://nine.example/{{Service.Name}}' }),
  'ui_config.enabled': other(true),
  'limits.rpc_rate': other(77),
  'limits.request_limits.mode': other('permissive'),
  'limits.request_limits.read_rate': other(77, { with: { 'limits.request_limits.mode': 'permissive' } }),
  'limits.request_limits.write_rate': other(77, { with: { 'limits.request_limits.mode': 'permissive' } }),
  'cache.entry_fetch_rate': other(0.5),
  'cache.entry_fetch_max_burst': other(9),
  'performance.raft_multiplier': other(2),
  'raft_logstore.backend': other('wal'),
  'raft_logstore.verification.interval': other('7m'),
  'raft_logstore.boltdb.no_freelist_sync': other(true, { with: { 'raft_logstore.backend': 'boltdb' } }),
  'raft_logstore.wal.segment_size_mb': other(32, { with: { 'raft_logstore.backend': 'wal' } }),
  'connect.ca_provider': other('vault', {
    with: {
      'connect.ca_config': {
        address: 'http://127.0.0.1:9',
        token: 'nine',
        root_pki_path: 'root9',
        intermediate_pki_path: 'intermediate9',
      },
    },
    kept: true,
  }),
  'connect.ca_config': other(
    { leaf_cert_ttl: '71h' },
    { with: { 'connect.ca_provider': 'consul' }, kept: true },
  ),
  'autopilot.cleanup_dead_servers': other(false, { kept: true }),
  'autopilot.last_contact_threshold': other('7s', { kept: true }),
  'autopilot.max_trailing_logs': other(251, { kept: true }),
  'autopilot.min_quorum': other(1, { kept: true }),
  'autopilot.server_stabilization_time': other('7s', { kept: true }),
  'connect.virtual_ip_cidr_v4': other('241.0.0.0/8'),
  'connect.virtual_ip_cidr_v6': other('2001:db8::/32'),
  'connect.enable_mesh_gateway_wan_federation': other(true, {
    with: {
      ...rpcTls,
      'tls.internal_rpc.verify_outgoing': true,
      'tls.internal_rpc.verify_incoming': true,
      'tls.internal_rpc.verify_server_hostname': true,
      'tls.internal_rpc.cert_file': 'CERTS/cert.pem',
      'tls.internal_rpc.key_file': 'CERTS/key.pem',
    },
  }),
  'config_entries.bootstrap': other([{ kind: 'proxy-defaults', name: 'global' }]),
  services: other([{ name: 'nine', port: 9 }]),
  checks: other([{ id: 'nine', name: 'nine', ttl: '9s' }]),
  watches: other([{ type: 'key', key: 'nine', handler_type: 'script', args: ['/bin/true'] }]),
  'reporting.snapshot_retention_time': other('9700h'),
  'limits.rpc_client_timeout': other('61s'),
  raft_snapshot_interval: other('31s'),
  session_ttl_min: other('11s'),
  check_update_interval: other('6m'),
  'performance.grpc_keepalive_interval': other('31s'),
  'performance.grpc_keepalive_timeout': other('21s'),
  server_rejoin_age_max: other('200h'),
  ...Object.fromEntries(
    ['internal_rpc', 'https', 'grpc', 'defaults'].flatMap((name) => {
      const at = `tls.${name}`;
      const own = name === 'defaults' ? 'internal_rpc' : name;
      const pair = {
        [`tls.${own}.ca_file`]: 'CERTS/ca.pem',
        [`tls.${own}.cert_file`]: 'CERTS/cert.pem',
        [`tls.${own}.key_file`]: 'CERTS/key.pem',
      };
      return [
        [`${at}.ca_file`, other('CERTS/ca.pem')],
        [`${at}.ca_path`, other('CERTS/ca')],
        [`${at}.cert_file`, other('CERTS/cert.pem', { with: { [`${at}.key_file`]: 'CERTS/key.pem' } })],
        [`${at}.key_file`, other('CERTS/key.pem', { with: { [`${at}.cert_file`]: 'CERTS/cert.pem' } })],
        [`${at}.tls_min_version`, other('TLSv1_3')],
        [`${at}.tls_cipher_suites`, other('TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384')],
        [
          `${at}.verify_incoming`,
          other(true, {
            with:
              name === 'defaults'
                ? {
                    'tls.defaults.ca_file': 'CERTS/ca.pem',
                    'tls.defaults.cert_file': 'CERTS/cert.pem',
                    'tls.defaults.key_file': 'CERTS/key.pem',
                  }
                : pair,
          }),
        ],
        [
          `${at}.verify_outgoing`,
          other(true, { with: name === 'defaults' ? { 'tls.defaults.ca_file': 'CERTS/ca.pem' } : pair }),
        ],
        [
          `${at}.verify_server_hostname`,
          other(true, { with: { ...pair, 'tls.internal_rpc.verify_outgoing': true } }),
        ],
      ];
    }),
  ),
};

/** By the kind of the option; undefined where the table above must have one. */
export function sampleOf(path: string, option: Option): Sample | undefined {
  if (Object.hasOwn(samples, path)) return samples[path];
  const { kind, role } = option;
  const usual = option.default;
  const more = role === 'client' ? client : {};
  switch (kind.shape) {
    case 'bool':
      return other(usual !== true, more);
    case 'int':
    case 'uint':
      return other(typeof usual === 'number' ? usual + 1 : 7, more);
    case 'float':
      return other(77.5, more);
    case 'string':
      if (kind.values)
        return other(
          kind.values.find((word) => word !== usual),
          more,
        );
      if (kind.name === 'duration') return other(usual === '7s' ? '8s' : '7s', more);
      if (kind.name === 'token') return other('22222222-2222-3333-4444-555555555555', more);
      return kind.name === 'string' ? other('nine', more) : undefined;
    default:
      return undefined;
  }
}
