/** The root of an agent's configuration: every option, in the order in which people like to read them. */

import { configEntries } from './config-entries.ts';
import { block } from './kinds.ts';
import { option, type Section } from './option.ts';
import { autopilot } from './sections/cluster/autopilot.ts';
import { featureGates } from './sections/cluster/feature-gates.ts';
import { gossipOptions } from './sections/cluster/gossip.ts';
import { joinOptions } from './sections/cluster/join.ts';
import { cache, limits } from './sections/cluster/limits.ts';
import { nodeOptions } from './sections/cluster/node.ts';
import { performance } from './sections/cluster/performance.ts';
import { raftOptions, rpcOptions } from './sections/cluster/raft.ts';
import { addresses, addressOptions } from './sections/network/addresses.ts';
import { dnsOptions } from './sections/network/dns.ts';
import { httpOptions } from './sections/network/http.ts';
import { ports } from './sections/network/ports.ts';
import { cloud } from './sections/operation/cloud.ts';
import { logOptions } from './sections/operation/logging.ts';
import { telemetry } from './sections/operation/telemetry.ts';
import { uiConfig } from './sections/operation/ui.ts';
import { acl, intentionPolicy } from './sections/security/acl.ts';
import { autoConfig, autoEncrypt } from './sections/security/auto-config.ts';
import { tls } from './sections/security/tls.ts';
import { connect, peering, xds } from './sections/services/connect.ts';
import { serviceOptions } from './sections/services/service-options.ts';
import { deprecatedOptions } from './sections/special/deprecated.ts';
import { enterpriseOptions } from './sections/special/enterprise.ts';
import { internalOptions } from './sections/special/internal.ts';

export const agent: Section = {
  ...nodeOptions,
  ...addressOptions,
  ports: option(block('Ports', ports), 'Ports of all listeners.'),
  addresses: option(
    block('Addresses', addresses),
    'A listening address for each client API, in place of client_addr.',
  ),
  ...joinOptions,
  ...gossipOptions,
  tls: option(block('Tls', tls), 'TLS for each interface.', { reload: true }),
  auto_encrypt: option(
    block('AutoEncrypt', autoEncrypt),
    'Hands TLS certificates out to clients, which auto_config does better.',
  ),
  auto_config: option(
    block('AutoConfig', autoConfig),
    'Lets clients fetch certificates, tokens and settings from the servers.',
  ),
  acl: option(block('Acl', acl), 'Access control by tokens and policies.'),
  default_intention_policy: option(
    intentionPolicy,
    'Whether services of the mesh may talk where no intention says so.',
    { since: '1.18', unset: 'the same as acl.default_policy' },
  ),
  ...logOptions,
  telemetry: option(block('Telemetry', telemetry), 'Metrics, and where they are sent.'),
  ...dnsOptions,
  ...httpOptions,
  ui_config: option(block('UiConfig', uiConfig), 'The web UI.'),
  limits: option(block('Limits', limits), 'Limits on what clients may ask for.'),
  cache: option(block('Cache', cache), 'Limits of the agent’s own cache.'),
  autopilot: option(
    block('Autopilot', autopilot),
    'Upkeep of the set of servers; read once, when the cluster is formed.',
    {
      role: 'server',
    },
  ),
  performance: option(block('Performance', performance), 'Trade-offs between speed, load and safety.'),
  ...raftOptions,
  ...rpcOptions,
  connect: option(block('Connect', connect), 'The service mesh.'),
  peering: option(block('Peering', peering), 'Links to other clusters.'),
  xds: option(block('Xds', xds), 'How servers send proxies their configuration.'),
  config_entries: option(block('ConfigEntries', configEntries), 'Config entries to begin with.', {
    reload: true,
    role: 'server',
  }),
  ...serviceOptions,
  feature_gates: option(
    block('FeatureGates', featureGates),
    'Features that the cluster switches on when it is formed.',
    {
      since: '2.1',
    },
  ),
  ...enterpriseOptions,
  cloud: option(block('Cloud', cloud, { replaced: true }), 'The link to HCP; without effect from 2.0 on.', {
    deprecated: { since: '2.0', note: 'HCP no longer takes self-managed clusters', silent: true },
  }),
  ...deprecatedOptions,
  ...internalOptions,
};

export const agentBlock = block('Agent', () => agent);
