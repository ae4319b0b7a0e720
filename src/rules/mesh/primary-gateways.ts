import { joins } from '../../model/network.ts';
import { withOptions } from '../forms/examples.ts';
import { rule } from '../rule.ts';

export const meshPrimaryGateways = rule({
  scope: 'agent',
  source: 'consul',
  id: 'mesh/primary-gateways',
  severity: 'error',
  needsWholeConfig: true,
  options: ['primary_gateways', 'server', 'primary_datacenter', 'datacenter'],
  docs: {
    summary: 'Gateways of the primary datacenter are set on a client, or in the primary datacenter.',
    rationale:
      'primary_gateways is only for servers of datacenters other than the primary one. The agent ' +
      'refuses it on a client, and where primary_datacenter is unset or equals datacenter. The list is ' +
      'accepted without enable_mesh_gateway_wan_federation.',
    bad: withOptions(`
      server = true
      primary_gateways = ["192.0.2.10:443"]
    `),
    good: withOptions(`
      server = true
      primary_datacenter = "dc2"
      primary_gateways = ["192.0.2.10:443"]
    `),
  },
  run: ({ config, server }, report) => {
    const path = 'primary_gateways';
    if (joins(config.strings(path)) !== 'some') return;
    if (!server)
      report({
        path,
        message: `${path} is only for servers; remove it from this client`,
        related: [{ path: 'server', message: 'this makes the agent a client' }],
      });
    if (config.string('primary_datacenter') === config.string('datacenter')) {
      report({
        path,
        message: `${path} is only for datacenters other than the primary one; set primary_datacenter, or remove the list`,
        related: [{ path: 'primary_datacenter', message: 'the same as datacenter' }],
      });
    }
  },
});
