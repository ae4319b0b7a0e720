import { joins } from '../../model/network.ts';
import type { AgentSubject } from '../../subjects/subjects.ts';
import { withOptions } from '../forms/examples.ts';
import { rule } from '../rule.ts';

/** Issuing certificates to agents enables the mesh, whatever the value of connect.enabled. */
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
  supersedes: ['node/name-not-dns'],
  options: [federationPath, 'connect.enabled', 'server', 'node_name', 'retry_join_wan'],
  docs: {
    summary: 'Federation through mesh gateways is on where it cannot work.',
    rationale:
      'enable_mesh_gateway_wan_federation needs a server, the service mesh (connect.enabled, ' +
      'auto_encrypt.allow_tls or auto_config.enabled), a node_name without slashes and no ' +
      'retry_join_wan, since servers reach each other through gateways. The agent refuses it otherwise.',
    bad: withOptions(`
      server = true
      connect {
        enabled = true
        enable_mesh_gateway_wan_federation = true
      }
      retry_join_wan = ["192.0.2.10"]
    `),
    good: withOptions(`
      server = true
      connect {
        enabled = true
        enable_mesh_gateway_wan_federation = true
      }
    `),
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
        message: `${path} is only for servers; remove it from this client`,
        related: [{ path: 'server', message: 'this makes the agent a client' }],
      });
    if (config.string('node_name')?.includes('/')) {
      report({
        path: 'node_name',
        message: `node_name must not contain a slash while ${path} is on, since gateways find servers by their names; rename the node`,
        related: [{ path, message: 'switched on here' }],
      });
    }
    if (joins(config.strings('retry_join_wan')) === 'some') {
      report({
        path: 'retry_join_wan',
        message: `retry_join_wan cannot be combined with ${path}, where servers reach each other through gateways; remove the list`,
        related: [{ path, message: 'switched on here' }],
      });
    }
  },
});
