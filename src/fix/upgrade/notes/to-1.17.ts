/** What changed from 1.15 to 1.17. */
import {
  entryWith,
  hasLambdaMeta,
  hasLua,
  isWritten,
  onServerUnset,
  overridesWithoutPeer,
} from '../evidence.ts';
import { atFound, atOption, byRules, type Note, note, nothing, toAll } from '../note.ts';
import { vaultNamespace } from './to-1.14.ts';

const changelog = { source: 'changelog' } as const;

/** A fault of two releases. */
const strictNames = toAll(
  'mesh',
  'this release verifies certificates behind terminating gateways too strictly: take a newer patch',
);

/** On by default in patches of several releases. */
export const pathNormalization =
  'proxies normalise the paths of incoming requests: check intentions that match paths, or set insecure_disable_path_normalization in the mesh entry';

const peerOverrides = 'upstream_config.overrides count for an imported service only where they name its peer';

const peerOverridesSoon =
  'upstream_config.overrides without a peer count for imported services in releases before 1.16 only: name the peer';

export const to117: readonly Note[] = [
  note(
    '1.15 leaf-rotation',
    'Service mesh compatibility',
    toAll('mesh', '1.15.0 and 1.15.1 can lose certificates of services after 72 hours: take 1.15.2 or newer'),
    { fixed: '1.15.2' },
  ),
  note('1.15.6 vault-namespace-1.15', 'Vault Enterprise as CA', vaultNamespace, { fixed: '1.15.7' }),
  note('1.15 serverless-plugin', 'Removing configuration options', byRules('option/unknown')),
  note(
    '1.15 token-parameter',
    'Deprecating authentication via token query parameter',
    toAll(
      'acl',
      'programs: send tokens in the header X-Consul-Token, no longer as ?token=…; the log names requests that still do',
    ),
  ),
  note('1.15 lambda', 'Lambda Configuration', [
    atFound(
      entryWith('service-defaults', hasLambdaMeta),
      'functions of Lambda are configured by the extension builtin/aws/lambda, no longer by meta: move it',
    ),
    toAll(
      'mesh',
      'functions of Lambda are configured by EnvoyExtensions of service-defaults, no longer by Meta',
    ),
  ]),
  note(
    '1.15 peer-overrides',
    'service-defaults Overrides for Upstream Peered Services',
    [
      atFound(entryWith('service-defaults', overridesWithoutPeer), peerOverridesSoon),
      toAll('mesh', `service-defaults: ${peerOverridesSoon}`),
    ],
    { fixed: '1.16.0' },
  ),
  note(
    '1.15.15 path-normalization-1.15',
    'Mesh traffic request path normalization enabled by default (Enterprise)',
    toAll('enterprise', pathNormalization),
    { fixed: '1.16.0' },
  ),
  note(
    '1.15 acl-errors',
    'acl errors: Delete and get requests now return descriptive errors',
    toAll('acl', 'programs: requests for ACL objects that do not exist answer 404, or 401 to a logout'),
    changelog,
  ),
  note(
    '1.15 legacy-acl-code',
    'acl: remove all acl migration functionality and references to the legacy acl system',
    toAll('acl', 'tokens and policies of the ACL system before 1.4 are no longer migrated'),
    changelog,
  ),
  note(
    '1.15 start-join',
    'config: Deprecate -join, -join-wan, start_join, and start_join_wan',
    byRules('option/deprecated'),
    changelog,
  ),
  note(
    '1.15 envoy-compatibility',
    'connect: consul connect envoy exits if the Envoy version is incompatible',
    toAll('mesh', 'consul connect envoy exits where the version of Envoy is not supported: check it first'),
    changelog,
  ),
  note(
    '1.15 ingress-outliers',
    'ingress-gateway: upstream cluster will have empty outlier_detection',
    toAll('mesh', 'ingress gateways take no instance out of use unless passive_health_check is set'),
    changelog,
  ),
  note(
    '1.15 accessor-id',
    'cli: The -id flag on acl token operations has been changed to -accessor-id',
    toAll('acl', 'scripts: consul acl token takes -accessor-id in the place of -id'),
    changelog,
  ),
  note(
    '1.15.1 token-update-flags',
    'cli: Deprecate the -merge-* flags of consul acl token update',
    toAll('acl', 'scripts: consul acl token update takes -append-… in the place of -merge-…'),
    changelog,
  ),
  note(
    '1.15.3 lua-listeners',
    'extensions: The Lua extension now targets local proxy listeners',
    [
      atFound(
        entryWith('service-defaults', hasLua),
        'a Lua extension with the listener "outbound" is now applied to the service itself, no longer to those that call it: check it',
      ),
      toAll('mesh', 'a Lua extension with the listener "outbound" is applied to the service itself'),
    ],
    changelog,
  ),
  note('1.16.5 strict-names-1.16', 'Known issues', strictNames, { fixed: '1.16.6' }),
  note(
    '1.16 snapshot-endpoints',
    'Known issues (snapshot restore with xDS streams)',
    toAll('mesh', '1.16.0 and 1.16.1 can give proxies wrong endpoints after a restore: take 1.16.2 or newer'),
    { fixed: '1.16.2' },
  ),
  note('1.16.2 vault-namespace-1.16', 'Vault Enterprise as CA', vaultNamespace, { fixed: '1.16.3' }),
  note(
    '1.16 health-403',
    'API health endpoints return different status code',
    toAll(
      'acl',
      'programs: /v1/health/connect and /v1/health/ingress answer 403 without service:read, no longer an empty list',
    ),
  ),
  note('1.16 peer-overrides-only', 'Remove deprecated service-defaults peer upstream override behavior', [
    atFound(entryWith('service-defaults', overridesWithoutPeer), peerOverrides),
    toAll('mesh', `service-defaults: ${peerOverrides}`),
  ]),
  note(
    '1.16 required-ports',
    'ports.server and ports.serf_lan must be positive (GH-16721)',
    byRules('ports/required'),
    {
      source: 'code',
    },
  ),
  note('1.17.2 strict-names-1.17', 'Known issues', strictNames, { fixed: '1.17.3' }),
  note(
    '1.17 audit-names',
    'Audit Log naming changes (Enterprise)',
    atOption(
      'audit',
      isWritten('audit'),
      'the audit log has the name that is configured, and only rotated files have a time in it: check what collects them',
    ),
  ),
  note(
    '1.17 service-defaults-partition',
    'Service-defaults upstream config (Enterprise)',
    toAll(
      'enterprise',
      'on Kubernetes: name namespace and partition of upstreams, whose defaults are now those of the own one',
    ),
  ),
  note(
    '1.17 templated-policies',
    'ACL tokens with templated policies',
    toAll(
      'acl',
      'make no tokens with templated policies before all servers run 1.17: older ones do not apply them',
    ),
  ),
  note(
    '1.17 leader-transfer',
    'api: RaftLeaderTransfer now requires an id string',
    toAll('servers', 'Go programs: RaftLeaderTransfer takes an id, empty for what it did before'),
    changelog,
  ),
  note(
    '1.17 access-log-flag',
    'cli: Deprecate the -admin-access-log-path flag from consul connect envoy',
    toAll(
      'mesh',
      'scripts: consul connect envoy takes -admin-access-log-config in the place of -admin-access-log-path',
    ),
    changelog,
  ),
  note(
    '1.17 wal',
    'raft_logstore: the backend "default" (GH-19090)',
    atOption(
      'raft_logstore.backend',
      onServerUnset('raft_logstore.backend'),
      'a server with an empty data directory keeps its Raft log in the WAL instead of BoltDB; one that has raft.db keeps it: write "boltdb" to keep all alike',
    ),
    { source: 'code' },
  ),
  note('1.17 locality-zone', 'locality.zone needs locality.region (GH-17712)', byRules('node/locality'), {
    source: 'code',
  }),
  note(
    '1.17 catalog-v2',
    'Feature preview: Catalog v2',
    nothing('a preview that has to be asked for; what is left of it is reported from 1.20 on'),
    changelog,
  ),
];
