/** mesh: what holds for all of the mesh. There is one in each partition. */
import { envoyCipherSuite, keyExchangeGroups, tlsVersion } from '../grammars/secrets.ts';
import { bool, list, words } from '../kinds.ts';
import { option, section } from '../option.ts';
import { base, entryBlock, fields, namespace } from './common.ts';

const directionalTls = section(() =>
  fields({
    tls_min_version: option(tlsVersion, 'Oldest version of TLS that proxies accept.'),
    tls_max_version: option(tlsVersion, 'Newest version of TLS that proxies accept.'),
    cipher_suites: option(list(envoyCipherSuite), 'Cipher suites for TLS 1.2.'),
    ECDHCurves: option(list(words(keyExchangeGroups, { refusedBy: 'none' })), 'Groups of the key exchange.', {
      since: '2.1',
    }),
  }),
);
const directional = entryBlock('MeshDirectionalTls', directionalTls);

const tls = section(() =>
  fields({
    incoming: option(directional, 'For connections that proxies take.'),
    outgoing: option(directional, 'For connections that proxies open.'),
  }),
);

const slashActions = [
  'IMPLEMENTATION_SPECIFIC_DEFAULT',
  'KEEP_UNCHANGED',
  'REJECT_REQUEST',
  'UNESCAPE_AND_REDIRECT',
  'UNESCAPE_AND_FORWARD',
];

const normalization = section(() =>
  fields({
    insecure_disable_path_normalization: option(
      bool,
      'Leaves paths as they came. Intentions by path can then be tricked.',
      {
        default: false,
      },
    ),
    merge_slashes: option(bool, 'Makes one slash of several.', { default: false }),
    path_with_escaped_slashes_action: option(
      words(slashActions, { orEmpty: true, refusedBy: 'validate' }),
      'What happens to a path with slashes in escaped form.',
    ),
    headers_with_underscores_action: option(
      words(['ALLOW', 'REJECT_REQUEST', 'DROP_HEADER'], { orEmpty: true, refusedBy: 'validate' }),
      'What happens to headers with underscores in their names.',
    ),
  }),
);

const incomingHttp = section(() =>
  fields({
    request_normalization: option(
      entryBlock('RequestNormalization', normalization),
      'Normalisation of requests before intentions apply to them.',
    ),
  }),
);

const http = section(() =>
  fields({
    sanitize_x_forwarded_client_cert: option(
      bool,
      'Removes the header that describes the caller’s certificate to the application.',
      {
        default: false,
      },
    ),
    incoming: option(entryBlock('MeshIncomingHttp', incomingHttp), 'For requests that proxies take.', {
      since: '1.20.1',
    }),
  }),
);

const peering = section(() =>
  fields({
    peer_through_mesh_gateways: option(
      bool,
      'Sends traffic between servers of peers through mesh gateways.',
      {
        default: false,
      },
    ),
  }),
);

const transparentProxy = section(() =>
  fields({
    mesh_destinations_only: option(bool, 'Lets services reach nothing outside of the mesh.', {
      default: false,
    }),
  }),
);

export const mesh = section(() => ({
  ...fields({
    namespace,
    transparent_proxy: option(
      entryBlock('MeshTransparentProxy', transparentProxy),
      'For proxies in the mode `transparent`.',
    ),
    tls: option(entryBlock('MeshTls', tls), 'TLS between proxies.'),
    http: option(entryBlock('MeshHttp', http), 'HTTP between proxies.'),
    peering: option(entryBlock('MeshPeering', peering), 'Links to other clusters.'),
    allow_enabling_permissive_mutual_tls: option(
      bool,
      'Lets services take the mutual_tls_mode `permissive`.',
      { default: false },
    ),
    validate_clusters: option(bool, 'Has Envoy refuse routes to clusters that it does not know.', {
      since: '1.19.2',
      default: false,
    }),
  }),
  ...base(),
}));
