/** Random `tls`, `acl`, `federation` and `patroni`, laid over a manifest so that it stays a sound one. */
import fc from 'fast-check';

type Tree = { readonly [name: string]: unknown };

/** A token for each purpose: one that serves several is not sound. */
const reference = (purpose: string) =>
  fc.constantFrom(
    { env: `TOKEN_${purpose.toUpperCase()}` },
    { generate: `secrets/${purpose}-{node}.token` },
    { file: `secrets/${purpose}-{datacenter}-{role}.token` },
  );

const tls = fc.record(
  {
    ca: fc.constantFrom('/etc/consul.d/tls/ca.pem', '/etc/ssl/{domain}/{datacenter}-ca.pem'),
    cert: fc.constantFrom('/etc/consul.d/tls/{datacenter}-{role}-{node}.pem'),
    key: fc.constantFrom('/etc/ssl/private/{node}.key'),
    clients: fc.constantFrom('certificates', 'auto_encrypt', 'auto_config'),
    https: fc.constantFrom(false, 8501, 9443),
    verify_incoming_https: fc.boolean(),
    intro_token_file: fc.constant('/etc/consul.d/tls/{node}.jwt'),
  },
  { requiredKeys: ['intro_token_file'] },
);

const acl = fc.record(
  {
    enabled: fc.boolean(),
    default_policy: fc.constantFrom('deny', 'allow', null),
    down_policy: fc.constantFrom('deny', 'extend-cache'),
    enable_token_persistence: fc.constantFrom(true, false, null),
    token_ttl: fc.constantFrom('30s', '2m'),
    tokens: fc.record(
      {
        agent: reference('agent'),
        default: reference('default'),
        dns: reference('dns'),
        initial_management: reference('initial_management'),
        replication: reference('replication'),
        config_file_service_registration: reference('config_file_service_registration'),
        agent_recovery: reference('agent_recovery'),
      },
      { requiredKeys: ['agent', 'replication'] },
    ),
  },
  { requiredKeys: ['tokens'] },
);

const federation = fc.record(
  {
    primary: fc.constantFrom('dc1', 'west'),
    via: fc.constantFrom('wan', 'mesh_gateways'),
    primary_gateways: fc.constant(['192.0.2.10:8443', 'gateway.example.org:8443']),
  },
  { requiredKeys: ['primary_gateways'] },
);

const patroni = fc.record(
  {
    scope: fc.constantFrom('main', ['main', 'other.one']),
    namespace: fc.constantFrom('service', 'db'),
    register_service: fc.boolean(),
    consistency: fc.constantFrom('default', 'stale'),
    token: reference('token'),
  },
  { requiredKeys: [] },
);

export const securities = fc.record({ tls, acl, federation, patroni }, { requiredKeys: [] });

interface Manifest {
  readonly profile?: unknown;
  readonly datacenter?: string;
  readonly servers?: unknown;
  readonly clients?: unknown;
  readonly server_config?: unknown;
}

/** What is asked for together has what it needs: a profile, an authorizer, TLS, a second datacenter. */
export function secured(manifest: Manifest, { patroni, ...security }: Tree): Tree {
  const { federation } = security as { federation?: { via?: string } };
  const tls = (federation?.via === 'mesh_gateways' ? { ...(security.tls ?? {}) } : security.tls) as
    | { clients?: string }
    | undefined;
  return {
    ...(federation ? federated(manifest) : manifest),
    ...(tls?.clients === 'auto_config' && {
      server_config: { ...Object(manifest.server_config), auto_config: authorizer },
    }),
    ...security,
    ...(tls && { tls }),
    ...(manifest.profile !== undefined && patroni !== undefined && { patroni }),
  };
}

/** The nodes of the manifest, and a datacenter beside theirs. */
function federated({ datacenter, servers, clients, ...rest }: Manifest): Tree {
  const name = datacenter ?? 'dc1';
  const west = { servers: { w0: null, w1: { address: '10.255.1.1' }, w2: null }, clients: ['w3'] };
  return { ...rest, datacenters: { [name]: { servers, ...(clients !== undefined && { clients }) }, west } };
}

const authorizer = {
  authorization: {
    static: {
      bound_issuer: 'issuer',
      oidc_discovery_url: 'https://issuer.example.org',
      claim_assertions: ['value.node == "a"'],
      claim_mappings: { node: 'node' },
    },
  },
};
