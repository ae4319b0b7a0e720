/** What changed from 1.13 to 1.14. */
import {
  hasAutoCertificate,
  hasGrpcCertificate,
  hasVaultNamespace,
  isOpen,
  isOpened,
  isWritten,
  onServerUnset,
} from '../evidence.ts';
import { atFound, atOption, byRules, type Note, note, toAll } from '../note.ts';
import { vaultPolicy } from './to-1.12.ts';

const changelog = { source: 'changelog' } as const;

/** A fault of three releases, worked around with one more option. */
export const vaultNamespace = atOption(
  'connect.ca_config',
  hasVaultNamespace,
  'this release does not start the CA where namespace is set without both others: write intermediate_pki_namespace and root_pki_namespace with the same value',
);

export const to114: readonly Note[] = [
  note(
    '1.13 restore-with-proxies',
    'All service mesh deployments',
    toAll('mesh', '1.13.0 cannot restore the state of servers with registered proxies: take 1.13.1 or newer'),
    { fixed: '1.13.1' },
  ),
  note(
    '1.13 auto-encrypt-grpc',
    'Service mesh deployments using auto-encrypt or auto-config',
    atOption(
      'tls.grpc.use_auto_cert',
      (node) =>
        hasAutoCertificate(node) &&
        (isOpened(node, 'ports.grpc') || isOpened(node, 'ports.grpc_tls')) &&
        !isWritten('tls.grpc.use_auto_cert')(node),
      'a certificate of auto_encrypt or auto_config serves gRPC only with tls.grpc.use_auto_cert = true (from 1.13.2 on; 1.13.0 and 1.13.1 always use it): set it where proxies use TLS, and leave it out where they do not',
    ),
  ),
  note(
    '1.13 grpc-without-https',
    'Service mesh deployments without the HTTPS port enabled on Consul agents',
    atOption(
      'ports.grpc',
      (node) => isOpened(node, 'ports.grpc') && hasGrpcCertificate(node) && !isOpened(node, 'ports.https'),
      'TLS for gRPC follows from tls.grpc and tls.defaults, no longer from ports.https: proxies that use this port without TLS lose it; write the certificate in tls.https and tls.internal_rpc instead of tls.defaults',
    ),
  ),
  note('1.13.2 vault-policy-1.13', 'Modify Vault policy for Vault CA provider', vaultPolicy),
  note(
    '1.13 disable-compat-1.9',
    'Removing configuration options (1.9 Telemetry Compatibility)',
    byRules('option/unknown'),
  ),
  note(
    '1.13.8 nomad',
    'Nomad Incompatibility',
    toAll('everyone', 'with Nomad do not take 1.13.8, which Nomad does not recognise'),
    { fixed: '1.13.9' },
  ),
  note(
    '1.13.9 peering-off',
    'connect: Disable peering by default in connect proxies for Consul 1.13',
    toAll(
      'mesh',
      'peering is off in 1.13.9: where it is used, set peering.enabled = true on all servers and clients, or go to 1.14',
    ),
    { ...changelog, fixed: '1.14.0' },
  ),
  note(
    '1.13 exported-services',
    'config-entry: Exporting a specific service name across all namespace is invalid',
    toAll(
      'enterprise',
      'exported-services: a service is exported from one namespace by name, or all of them by the wildcard',
    ),
    changelog,
  ),
  note(
    '1.13 envoy-1.19',
    'connect: Removes support for Envoy 1.19',
    toAll('mesh', 'Envoy 1.19 is no longer supported'),
    changelog,
  ),
  note('1.14 mesh-on', 'Service Mesh Compatibility', [
    atOption(
      'connect.enabled',
      onServerUnset('connect.enabled'),
      'the service mesh is on unless connect.enabled is false: decide whether you want it',
    ),
    atOption(
      'peering.enabled',
      onServerUnset('peering.enabled'),
      'cluster peering is on unless peering.enabled is false: decide whether you want it',
    ),
  ]),
  note(
    '1.14 nomad-1.4',
    'Service Mesh Compatibility (Nomad 1.4.3 and older)',
    toAll('mesh', 'with Nomad 1.4.3 and older the mesh does not work: upgrade Nomad first'),
  ),
  note(
    '1.14 connect-envoy-tls',
    'Service Mesh Compatibility (known issue of 1.14.0)',
    toAll('mesh', '1.14.0 turns TLS on for gRPC where consul connect envoy uses HTTPS: take 1.14.1 or newer'),
    { fixed: '1.14.1' },
  ),
  note('1.14.10 vault-namespace-1.14', 'Vault Enterprise as CA', vaultNamespace, { fixed: '1.14.11' }),
  note('1.14 grpc-tls', 'Changes to gRPC TLS configuration', [
    atOption(
      'ports.grpc',
      (node) => isOpen(node, 'ports.grpc') && (hasGrpcCertificate(node) || hasAutoCertificate(node)),
      'ports.grpc no longer uses TLS: set ports.grpc_tls (8503 is usual) where proxies use TLS, and decide whether the plain port stays',
    ),
    atOption(
      'addresses.grpc',
      (node) => isWritten('addresses.grpc')(node) && (hasGrpcCertificate(node) || hasAutoCertificate(node)),
      'addresses.grpc is that of the port without TLS: the other one has addresses.grpc_tls',
    ),
    atOption(
      'ports.grpc_tls',
      onServerUnset('ports.grpc_tls'),
      'servers listen on 8503 for gRPC with TLS: open it in firewalls where peers of other clusters need it, or write -1',
    ),
    byRules('tls/grpc-tls-port'),
  ]),
  note(
    '1.14 connect-envoy-ca',
    'Changes to gRPC TLS configuration (consul connect envoy)',
    toAll('mesh', 'consul connect envoy needs -grpc-ca-file or -grpc-ca-path where gRPC has TLS'),
  ),
  note(
    '1.14 peerings-of-1.13',
    'Changes to peering',
    toAll('mesh', 'delete all peerings that were made by 1.13, which 1.14 does not understand'),
    { from: '1.13' },
  ),
  note(
    '1.14 peer-name',
    'peering: Rename PeerName to Peer on prepared queries and exported services',
    byRules('entries/key'),
    changelog,
  ),
  note(
    '1.14 aggregate-clusters',
    'xds: Convert service mesh failover to use Envoy’s aggregate clusters',
    toAll('mesh', 'names of some Envoy metrics of services with failover changed: check dashboards'),
    changelog,
  ),
  note(
    '1.14 envoy-1.20',
    'connect: Removes support for Envoy 1.20',
    toAll('mesh', 'Envoy 1.20 is no longer supported'),
    changelog,
  ),
  note(
    '1.14.4 transparent-upstreams',
    'connect: Fix configuration merging for transparent proxy upstreams',
    [
      atFound(
        ({ config }) => (config.value('config_entries.bootstrap') ? 'config_entries.bootstrap' : undefined),
        'proxy-defaults and service-defaults now count for implicit upstreams of transparent proxies too: check what yours set',
      ),
      toAll(
        'mesh',
        'proxy-defaults and service-defaults count for implicit upstreams of transparent proxies too',
      ),
    ],
    changelog,
  ),
  note(
    '1.14.4 peering-names',
    'peering: Newly created peering connections must use only lowercase characters',
    toAll('mesh', 'names of new peerings must be lower case: make those with capitals anew'),
    changelog,
  ),
];
