/** The service mesh of the agent: its certificate authority, WAN federation, peering and xDS. */

import { virtualCidr4, virtualCidr6 } from '../../grammars/network.ts';
import { lateDuration } from '../../grammars/time.ts';
import { block, bool, float, words } from '../../kinds.ts';
import { option, section } from '../../option.ts';
import { caConfig } from './ca-config.ts';

export const connect = section(() => ({
  enabled: option(
    bool,
    'Turns on the service mesh and its certificate authority. On servers and clients alike.',
    {
      default: true,
    },
  ),
  ca_provider: option(
    words(['consul', 'vault', 'aws-pca'], { orEmpty: true, refusedBy: 'validate' }),
    'Who signs the certificates of the mesh. Used when the cluster first starts; later changes go through the API.',
    { unset: 'consul' },
  ),
  ca_config: option(
    block('CaConfig', caConfig, { free: 'open', weak: true }),
    'Settings of the certificate authority; which ones depends on ca_provider, without which none are checked.',
  ),
  enable_mesh_gateway_wan_federation: option(
    bool,
    'Sends the traffic between servers of different datacenters through mesh gateways. Rules out retry_join_wan.',
    { default: false, role: 'server' },
  ),
  virtual_ip_cidr_v4: option(virtualCidr4, 'Network from which services get their virtual IPv4 addresses.', {
    since: ['1.22.3', '2.0'],
    default: '240.0.0.0/4',
  }),
  virtual_ip_cidr_v6: option(virtualCidr6, 'Network from which services get their virtual IPv6 addresses.', {
    since: ['1.22.3', '2.0'],
    default: '2000::/3',
  }),
  test_ca_leaf_root_change_spread: option(
    lateDuration,
    'For Consul’s own tests: spreads the renewal after a change of root.',
    {
      internal: true,
      default: '0s',
    },
  ),
}));

export const peering = section(() => ({
  enabled: option(bool, 'Lets this cluster be peered with others. Servers and clients must agree.', {
    default: true,
  }),
  test_allow_peer_registrations: option(bool, 'For Consul’s own tests: allows catalog entries of a peer.', {
    internal: true,
  }),
}));

export const xds = section(() => ({
  update_max_per_second: option(
    float,
    'How many proxy configurations a server sends per second at most, to spare its CPU. Negative lifts the limit.',
    { default: 250, reload: true },
  ),
}));
