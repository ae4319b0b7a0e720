import { joins } from '../../model/network.ts';
import { rule } from '../rule.ts';

export const meshPrimaryGateways = rule({
  scope: 'agent',
  source: 'consul',
  id: 'mesh/primary-gateways',
  severity: 'error',
  needsWholeConfig: true,
  options: ['primary_gateways', 'server', 'primary_datacenter', 'datacenter'],
  docs: { summary: 'Gateways of the primary datacenter are named on servers of the other ones.' },
  run: ({ config, server }, report) => {
    const path = 'primary_gateways';
    if (joins(config.strings(path)) !== 'somebody') return;
    if (!server)
      report({
        path,
        message: `${path} is for servers; remove it from this client`,
        related: [{ path: 'server', message: 'the agent is made a client here' }],
      });
    if (config.string('primary_datacenter') === config.string('datacenter')) {
      report({
        path,
        message: `${path} is for other datacenters than the primary one; set primary_datacenter, or remove the list`,
        related: [{ path: 'primary_datacenter', message: 'the same as datacenter' }],
      });
    }
  },
});
