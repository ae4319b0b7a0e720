/** For each sentence that upgrade says at a place: a configuration that it concerns, and some that it nearly concerns. */
interface Example {
  /** How the sentence begins. */
  readonly says: string;
  readonly concerned: string;
  readonly path: string;
  readonly others?: readonly string[];
}

const vault = 'connect { ca_provider = "vault" }';
const policy: readonly Example[] = [
  {
    says: 'the policy',
    concerned: vault,
    path: 'connect.ca_provider',
    others: ['connect { ca_provider = "consul" }'],
  },
];

const inNamespace = (rest: string) =>
  `connect { ca_provider = "vault" ca_config { namespace = "a" ${rest} } }`;
const namespace: readonly Example[] = [
  {
    says: 'this release does not start the CA',
    concerned: inNamespace('root_pki_namespace = "a"'),
    path: 'connect.ca_config',
    others: [vault, inNamespace('root_pki_namespace = "a" intermediate_pki_namespace = "a"')],
  },
];

const certificate = 'tls { defaults { cert_file = "/c" key_file = "/k" } }';
const entry = (text: string) => `server = true\nconfig_entries { bootstrap { ${text} } }`;
const at = 'config_entries.bootstrap[0]';
const overrides: readonly Example[] = [
  {
    says: 'upstream_config.overrides count',
    concerned: entry('kind = "service-defaults" name = "a" upstream_config { overrides = [{ name = "b" }] }'),
    path: at,
    others: [
      entry(
        'kind = "service-defaults" name = "a" upstream_config { overrides = [{ name = "b" peer = "c" }] }',
      ),
      entry('kind = "service-defaults" name = "a"'),
    ],
  },
];

const tls13 = (block: string, rest = '') => `tls { ${block} { tls_min_version = "TLSv1_3" ${rest} } }`;

export const examples: Readonly<Record<string, readonly Example[]>> = {
  'escape-hatches': [
    {
      says: 'pieces of Envoy',
      concerned:
        'service { name = "a" connect { sidecar_service { proxy { config { envoy_local_cluster_json = "{}" } } } } }',
      path: 'services[0].connect.sidecar_service.proxy.config.envoy_local_cluster_json',
      others: [
        'service { name = "a" connect { sidecar_service { proxy { config { protocol = "http" } } } } }',
      ],
    },
  ],
  'legacy-acl': [
    {
      says: 'tokens and policies',
      concerned: 'acl { enabled = true }',
      path: 'acl.enabled',
      others: ['acl { enabled = false }'],
    },
  ],
  bbolt: [{ says: 'the Raft log', concerned: 'server = true', path: 'data_dir', others: ['server = false'] }],
  'vault-policy-1.11': policy,
  'vault-policy-1.12': policy,
  'vault-policy-1.13': policy,
  'telemetry-1.9': [
    {
      says: 'metrics are no longer',
      concerned: 'telemetry { statsd_address = "a:1" }',
      path: 'telemetry',
      others: [''],
    },
  ],
  'auto-encrypt-grpc': [
    {
      says: 'a certificate of auto_encrypt',
      concerned: 'auto_encrypt { tls = true }\nports { grpc = 8502 }',
      path: 'tls.grpc.use_auto_cert',
      others: [
        'auto_encrypt { tls = true }',
        'ports { grpc = 8502 }',
        'auto_encrypt { tls = true }\nports { grpc = -1 }',
        'auto_encrypt { tls = true }\nports { grpc = 8502 }\ntls { grpc { use_auto_cert = true } }',
      ],
    },
  ],
  'grpc-without-https': [
    {
      says: 'TLS for gRPC follows',
      concerned: `${certificate}\nports { grpc = 8502 }`,
      path: 'ports.grpc',
      others: [`${certificate}\nports { grpc = 8502 https = 8501 }`, 'ports { grpc = 8502 }', certificate],
    },
  ],
  'mesh-on': [
    {
      says: 'the service mesh is on',
      concerned: 'server = true',
      path: 'connect.enabled',
      others: ['server = true\nconnect { enabled = true }', ''],
    },
    {
      says: 'cluster peering is on',
      concerned: 'server = true',
      path: 'peering.enabled',
      others: ['server = true\npeering { enabled = false }', ''],
    },
  ],
  'vault-namespace-1.14': namespace,
  'vault-namespace-1.15': namespace,
  'vault-namespace-1.16': namespace,
  'grpc-tls': [
    {
      says: 'ports.grpc no longer',
      concerned: `${certificate}\nports { grpc = 8502 }`,
      path: 'ports.grpc',
      others: ['ports { grpc = 8502 }', `${certificate}\nports { grpc = -1 }`],
    },
    {
      says: 'addresses.grpc is that',
      concerned: 'auto_config { enabled = true }\naddresses { grpc = "10.0.0.1" }',
      path: 'addresses.grpc',
      others: ['addresses { grpc = "10.0.0.1" }', 'auto_config { enabled = true }'],
    },
    {
      says: 'servers listen on 8503',
      concerned: 'server = true',
      path: 'ports.grpc_tls',
      others: ['server = true\nports { grpc_tls = -1 }', ''],
    },
  ],
  'transparent-upstreams': [
    {
      says: 'proxy-defaults and',
      concerned: entry('kind = "proxy-defaults" name = "global"'),
      path: 'config_entries.bootstrap',
      others: ['server = true'],
    },
  ],
  lambda: [
    {
      says: 'functions of Lambda',
      concerned: entry(
        'kind = "service-defaults" name = "a" meta { "serverless.consul.hashicorp.com/v1alpha1/lambda/enabled" = "true" }',
      ),
      path: at,
      others: [entry('kind = "service-defaults" name = "a" meta { owner = "x" }')],
    },
  ],
  'peer-overrides': overrides.map((example) => ({ ...example, says: 'upstream_config.overrides without' })),
  'peer-overrides-only': overrides,
  'lua-listeners': [
    {
      says: 'a Lua extension',
      concerned: entry(
        'kind = "service-defaults" name = "a" envoy_extensions = [{ name = "builtin/lua" arguments { ProxyType = "connect-proxy" Listener = "outbound" Script = "x" } }]',
      ),
      path: at,
      others: [entry('kind = "service-defaults" name = "a" envoy_extensions = [{ name = "builtin/wasm" }]')],
    },
  ],
  'audit-names': [
    { says: 'the audit log', concerned: 'audit { enabled = true }', path: 'audit', others: [''] },
  ],
  wal: [
    {
      says: 'a server with an empty',
      concerned: 'server = true',
      path: 'raft_logstore.backend',
      others: ['server = true\nraft_logstore { backend = "boltdb" }', ''],
    },
  ],
  'disable-hostname': [
    {
      says: 'names of gauges',
      concerned: 'telemetry { disable_hostname = false }',
      path: 'telemetry.disable_hostname',
      others: [
        'telemetry { disable_hostname = true }',
        'telemetry { prometheus_retention_time = "1h" }',
        'telemetry { statsd_address = "a:1" }',
      ],
    },
  ],
  'double-consul': [
    {
      says: 'metrics named',
      concerned: 'telemetry { statsd_address = "a:1" }',
      path: 'telemetry',
      others: [''],
    },
  ],
  'dns-rewrite': [
    {
      says: 'the DNS server',
      concerned: 'dns_config { only_passing = true }',
      path: 'dns_config',
      others: [''],
    },
  ],
  'v2-experiments': [
    {
      says: 'the experiments',
      concerned: 'experiments = ["v2tenancy"]',
      path: 'experiments',
      others: ['experiments = ["v1dns"]'],
    },
  ],
  'kv-key-characters': [
    {
      says: 'the KV API of 1.21.5',
      concerned: '',
      path: 'disable_http_unprintable_char_filter',
      others: ['disable_http_unprintable_char_filter = true', 'ports { http = -1 }'],
    },
  ],
  'kv-keys': [
    {
      says: 'the KV API refuses',
      concerned: '',
      path: 'disable_kv_key_validation',
      others: ['disable_kv_key_validation = true', 'ports { http = -1 }'],
    },
  ],
  'http-timeouts': [
    {
      says: 'HTTP requests end',
      concerned: '',
      path: 'http_config.read_timeout',
      others: ['ports { http = -1 }'],
    },
  ],
  'terminating-gateway-sds': [
    {
      says: 'terminating gateways get',
      concerned: 'service { kind = "terminating-gateway" name = "tg" port = 8443 }',
      path: 'services[0]',
      others: ['service { kind = "mesh-gateway" name = "mg" port = 8443 }'],
    },
  ],
  cloud: [{ says: 'the cloud block', concerned: 'cloud { resource_id = "x" }', path: 'cloud', others: [''] }],
  'hybrid-tls': [
    {
      says: 'a minimum of TLS 1.3',
      concerned: tls13('https'),
      path: 'tls.https.tls_min_version',
      others: [
        'tls { https { tls_min_version = "TLSv1_2" } }',
        tls13('https', 'tls_ecdh_curves = "X25519"'),
        `tls { defaults { tls_min_version = "TLSv1_3" tls_ecdh_curves = "X25519" } }`,
      ],
    },
  ],
};
