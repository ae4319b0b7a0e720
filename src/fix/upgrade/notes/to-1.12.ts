/** What changed from 1.10 to 1.12. */
import { aclsEnabled, isServer } from '../../../subjects/agent/predicates.ts';
import { escapeHatch, isWritten, usesVaultCa } from '../evidence.ts';
import { atFound, atOption, byRules, type Note, note, nothing, toAll } from '../note.ts';

const changelog = { source: 'changelog' } as const;

/** Some releases issue no certificates without it; others only keep the old lifetime. */
export const vaultPolicy = atOption(
  'connect.ca_provider',
  usesVaultCa,
  'the policy that Consul has in Vault needs update on sys/mounts/<intermediate PKI>/tune: 1.11.9, 1.11.10, 1.12.5 and 1.13.2 issue no certificates without it, and others cannot change their lifetime',
);

export const to112: readonly Note[] = [
  note(
    '1.10 license-file',
    'Licensing Changes (Enterprise)',
    toAll(
      'enterprise',
      'come from 1.8.13 or 1.9.7 at least; a license is read from license_path or CONSUL_LICENSE at the start, no longer set through the API, and clients that fetch it need ACLs, a token and retry_join',
    ),
  ),
  note(
    '1.10 xds-v3',
    'Envoy xDS Protocol Upgrades',
    toAll(
      'mesh',
      'proxies use xDS v3: start Envoy again with the bootstrap of a 1.10 binary or newer, before the servers reach 1.11',
    ),
  ),
  note(
    '1.10 escape-hatches',
    'Escape Hatches',
    atFound(
      escapeHatch,
      'pieces of Envoy configuration must be written in xDS v3, with @type, before 1.11: check this one',
    ),
  ),
  note(
    '1.10 stairstep',
    'Stairstep Upgrade Path',
    toAll(
      'mesh',
      'upgrade Envoy to a version that both the old and the new release support, then Consul, then Envoy again',
    ),
  ),
  note(
    '1.10 transparent-proxy-kubernetes',
    'Transparent Proxy on Kubernetes',
    toAll(
      'mesh',
      'on Kubernetes: add a Service for every service of Consul before the upgrade, and restart the pods after it',
    ),
  ),
  note(
    '1.10 wildcard-service-defaults',
    'connect: Disallow wildcard as name for service-defaults',
    byRules('entries/service-defaults-name'),
    changelog,
  ),
  note(
    '1.10 gateway-stats-names',
    'connect: avoid encoding listener info in ingress and terminating gateway listener stats names',
    toAll('mesh', 'names of the statistics of ingress and terminating gateways changed: check dashboards'),
    changelog,
  ),
  note(
    '1.10.1 rotation-period',
    'connect/ca: remove the RotationPeriod field from the Consul CA provider',
    nothing('the field was not used for anything'),
    changelog,
  ),
  note(
    '1.11 from-1.10-enterprise',
    '1.10 Compatibility (Enterprise)',
    toAll(
      'enterprise',
      'agents of Consul Enterprise 1.10.0 to 1.10.4 deregister their services next to servers of 1.11: bring all agents to 1.10.7 first',
    ),
    { from: '1.10' },
  ),
  note('1.11 deprecated-options', 'Deprecated Agent Config Options', byRules('option/deprecated')),
  note(
    '1.11 deprecated-options-enterprise',
    'Deprecated Agent Config Options (Enterprise)',
    toAll('enterprise', 'audit.sink[].name and dns_config.dns_prefer_namespace are deprecated: remove them'),
  ),
  note(
    '1.11 set-agent-token',
    'Deprecated CLI Subcommands',
    toAll(
      'acl',
      'scripts: consul acl set-agent-token recovery takes the place of … master, and so does the API path',
    ),
  ),
  note(
    '1.11 legacy-acl',
    'Legacy ACL System Removal',
    atOption(
      'acl.enabled',
      ({ config }) => aclsEnabled(config),
      'tokens and policies of the ACL system before 1.4 are gone: make sure that yours were made by the new one, or migrate them before',
    ),
  ),
  note(
    '1.11 bbolt',
    'Raft Storage Changes',
    atOption(
      'data_dir',
      isServer,
      'the Raft log is written by another library (bbolt), which older releases may not read: take a snapshot before the upgrade, since there may be no way back',
    ),
  ),
  note(
    '1.11 xds-v2-removed',
    'Envoy xDS Protocol Upgrades',
    toAll(
      'mesh',
      'proxies with a bootstrap of a binary before 1.10 get no configuration any more: start Envoy again before the upgrade',
    ),
  ),
  note('1.11.9 vault-policy-1.11', 'Modify Vault Policy for Vault CA Provider', vaultPolicy, {
    fixed: '1.11.11',
  }),
  note('1.12.5 vault-policy-1.12', 'Modify Vault Policy for Vault CA Provider', vaultPolicy, {
    fixed: '1.12.6',
  }),
  note(
    '1.12 telemetry-1.9',
    'Changing the default behavior for option (1.9 Telemetry Compatibility)',
    atOption(
      'telemetry',
      isWritten('telemetry'),
      'metrics are no longer sent under the names of 1.9 (consul.http.…), in 1.12 unless disable_compat_1.9 is false: dashboards need consul.api.http.…',
    ),
  ),
  note(
    '1.12 nomad-enterprise',
    'Nomad Namespace Incompatibility (Enterprise)',
    toAll(
      'enterprise',
      'with Nomad Enterprise take 1.12.1: 1.12.0 cannot remove services of other namespaces',
    ),
    { fixed: '1.12.1' },
  ),
  note('1.12 tls-stanza', 'TLS Configuration', byRules('option/deprecated')),
  note(
    '1.12 tls-version-words',
    'agent: deprecate older syntax for specifying TLS min version values',
    byRules('tls/legacy-version', 'tls/version-word'),
    changelog,
  ),
  note(
    '1.12 weak-cipher-suites',
    'agent: remove support for specifying insecure cipher suites',
    byRules('tls/cipher-suites'),
    changelog,
  ),
  note(
    '1.12 acl-metric',
    'acl: The consul.acl.ResolveTokenToIdentity metric is no longer reported',
    toAll('acl', 'the metric consul.acl.ResolveTokenToIdentity is a part of consul.acl.ResolveToken'),
    changelog,
  ),
  note(
    '1.12 envoy-1.18',
    'connect: Removes support for Envoy 1.17 and 1.18',
    toAll('mesh', 'Envoy 1.17 and 1.18 are no longer supported'),
    changelog,
  ),
];
