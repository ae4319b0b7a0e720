/** The mesh, and the ways in which clients get their certificates. */
import { joins } from '../network.ts';
import type { Check, Subject } from './check.ts';

/** Handing out certificates switches the mesh on, whatever connect.enabled says. */
const meshIsOn = ({ config }: Subject): boolean =>
  Boolean(
    config.bool('connect.enabled') ||
      config.bool('auto_encrypt.allow_tls') ||
      config.bool('auto_config.enabled'),
  );

const federationPath = 'connect.enable_mesh_gateway_wan_federation';

const federation: Check = {
  id: 'agent/wan-federation',
  severity: 'error',
  options: [federationPath, 'connect.enabled', 'server', 'node_name', 'retry_join_wan'],
  docs: 'Federation through mesh gateways needs the mesh and a server, node names without slashes, and no WAN join list.',
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
};

const primaryGateways: Check = {
  id: 'agent/primary-gateways',
  severity: 'error',
  options: ['primary_gateways', 'server', 'primary_datacenter', 'datacenter'],
  docs: 'Gateways of the primary datacenter are named on servers of the other ones.',
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
};

const autoEncrypt: Check = {
  id: 'agent/auto-encrypt-role',
  severity: 'error',
  options: ['auto_encrypt.tls', 'auto_encrypt.allow_tls', 'server'],
  docs: 'Clients ask for certificates (auto_encrypt.tls), servers hand them out (auto_encrypt.allow_tls).',
  run: ({ config, server }, report) => {
    const [path, other] = server
      ? ['auto_encrypt.tls', 'auto_encrypt.allow_tls']
      : ['auto_encrypt.allow_tls', 'auto_encrypt.tls'];
    if (!config.bool(path)) return;
    const role = server ? 'clients' : 'servers';
    report({
      path,
      message: `${path} is for ${role}; this agent wants ${other}`,
      related: [{ path: 'server', message: 'the role is set here' }],
    });
  },
};

const allowWithoutVerify: Check = {
  id: 'agent/auto-encrypt-unverified',
  severity: 'warning',
  options: ['auto_encrypt.allow_tls', 'tls.internal_rpc.verify_incoming'],
  docs: 'Handing out certificates makes sense where servers also ask for them.',
  run: ({ config, server }, report) => {
    const path = 'auto_encrypt.allow_tls';
    if (!server || !config.bool(path) || config.bool('tls.internal_rpc.verify_incoming')) return;
    report({
      path,
      message: `${path} hands out certificates, but tls.internal_rpc.verify_incoming is off, so nobody has to show one; switch it on once all agents have theirs`,
    });
  },
};

const bothAuto: Check = {
  id: 'agent/auto-encrypt-with-auto-config',
  severity: 'error',
  options: ['auto_encrypt.tls', 'auto_config.enabled'],
  docs: 'auto_config hands out certificates too; only one of the two can do it.',
  run: ({ config }, report) => {
    if (!config.bool('auto_encrypt.tls') || !config.bool('auto_config.enabled')) return;
    report({
      path: 'auto_encrypt.tls',
      message:
        'auto_encrypt.tls and auto_config.enabled exclude each other; auto_config covers certificates too. Remove auto_encrypt',
      related: [{ path: 'auto_config.enabled', message: 'switched on here' }],
    });
  },
};

const scriptChecks: Check = {
  id: 'agent/remote-script-checks',
  severity: 'warning',
  options: ['enable_script_checks', 'acl.enabled', 'http_config.allow_write_http_from'],
  docs: 'Whoever reaches the HTTP API can register a check that runs commands, unless ACLs or an allow-list stand in the way.',
  run: ({ config }, report) => {
    const path = 'enable_script_checks';
    const guarded =
      config.bool('acl.enabled') || config.strings('http_config.allow_write_http_from').length > 0;
    if (!config.bool(path) || guarded) return;
    report({
      path,
      message: `${path} lets everybody who reaches the HTTP API run commands on this host: neither ACLs nor http_config.allow_write_http_from guard it. Use enable_local_script_checks`,
    });
  },
};

const experiments: Check = {
  id: 'agent/experiments-with-cloud',
  severity: 'error',
  since: '1.17',
  before: '1.20',
  options: ['experiments', 'cloud.resource_id'],
  docs: 'From 1.17 to 1.19 the experiment resource-apis and the link to HCP excluded each other.',
  run: ({ config, server }, report) => {
    if (
      !server ||
      !config.string('cloud.resource_id') ||
      !config.strings('experiments').includes('resource-apis')
    )
      return;
    report({
      path: 'experiments',
      message:
        'the experiment resource-apis and the cloud block exclude each other in this release; remove one',
      related: [{ path: 'cloud', message: 'the link to HCP' }],
    });
  },
};

export const connect: readonly Check[] = [
  federation,
  primaryGateways,
  autoEncrypt,
  allowWithoutVerify,
  bothAuto,
  scriptChecks,
  experiments,
];
