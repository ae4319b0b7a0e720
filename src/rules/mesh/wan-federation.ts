import { joins } from '../../model/network.ts';
import type { AgentSubject } from '../../subjects/subjects.ts';
import { rule } from '../rule.ts';

/** Handing out certificates switches the mesh on, whatever connect.enabled says. */
const meshIsOn = ({ config }: AgentSubject): boolean =>
  Boolean(
    config.bool('connect.enabled') ||
      config.bool('auto_encrypt.allow_tls') ||
      config.bool('auto_config.enabled'),
  );

const federationPath = 'connect.enable_mesh_gateway_wan_federation';

export const meshWanFederation = rule({
  scope: 'agent',
  source: 'consul',
  id: 'mesh/wan-federation',
  severity: 'error',
  needsWholeConfig: true,
  options: [federationPath, 'connect.enabled', 'server', 'node_name', 'retry_join_wan'],
  docs: {
    summary:
      'Federation through mesh gateways needs the mesh and a server, node names without slashes, and no WAN join list.',
  },
  run: (subject, report) => {
    const { config, server } = subject;
    const path = federationPath;
    if (!config.bool(path)) return;
    if (!meshIsOn(subject))
      report({
        path,
        message: `${path} needs the service mesh; set connect.enabled to true`,
        related: [{ path: 'connect.enabled', message: 'the mesh is switched off here' }],
      });
    if (!server)
      report({
        path,
        message: `${path} is for servers; remove it from this client`,
        related: [{ path: 'server', message: 'the agent is made a client here' }],
      });
    if (config.string('node_name')?.includes('/')) {
      report({
        path: 'node_name',
        message: `node_name must not hold a slash where ${path} is on: gateways find servers by it`,
        related: [{ path, message: 'switched on here' }],
      });
    }
    if (joins(config.strings('retry_join_wan')) === 'somebody') {
      report({
        path: 'retry_join_wan',
        message: `retry_join_wan and ${path} exclude each other: servers are reached through gateways instead. Remove the list`,
        related: [{ path, message: 'switched on here' }],
      });
    }
  },
});
