/** `federation` as options, and what of it cannot work. */
import type { Finding } from '../../finding.ts';
import type { Role } from '../../options/option.ts';
import type { ObjectValue } from '../../text/tree/value.ts';
import type { Manifest } from '../manifest.ts';
import type { Setting } from '../presets/preset.ts';
import { boolAt, fromPaths } from '../values.ts';
import type { Federation } from './security.ts';

/** The datacenter that rules, where there are several. */
export function primaryOf({ security, datacenters }: Manifest): string | undefined {
  const { federation } = security;
  return federation?.primary ?? (datacenters.length > 1 ? datacenters[0]?.name : undefined);
}

/** A layer below everything that the manifest says of agents, so that it counts as said by it. */
export function federationLayer(manifest: Manifest, datacenter: string, role: Role): ObjectValue | undefined {
  const { federation } = manifest.security;
  if (!federation) return undefined;
  const primary = primaryOf(manifest);
  const isSecondary = primary !== undefined && primary !== datacenter;
  const settings: Omit<Setting, 'why'>[] = [];
  if (primary !== undefined) settings.push({ path: 'primary_datacenter', value: primary });
  if (federation.throughGateways) {
    settings.push({ path: 'connect.enabled', value: true });
    if (role === 'server') settings.push({ path: 'connect.enable_mesh_gateway_wan_federation', value: true });
  }
  if (role === 'server' && isSecondary && federation.primaryGateways.length > 0)
    settings.push({ path: 'primary_gateways', value: federation.primaryGateways });
  return fromPaths(settings, federation.at);
}

/** `servers` are the options of each server. */
export function checkFederation(manifest: Manifest, servers: readonly ObjectValue[]): Finding[] {
  const { federation } = manifest.security;
  if (!federation?.throughGateways) return [];
  const primary = primaryOf(manifest);
  const needsGateways =
    manifest.datacenters.some(({ name }) => name !== primary) && federation.primaryGateways.length === 0;
  const hasTls = servers.every(
    (config) => boolAt(config, 'tls', 'internal_rpc', 'verify_server_hostname') === true,
  );
  return [...(needsGateways ? [noGateways(federation)] : []), ...(hasTls ? [] : [noTls(federation)])];
}

const wrong = (federation: Federation, message: string): Finding => ({
  rule: 'manifest/federation',
  severity: 'error',
  message,
  at: federation.at,
  path: 'federation',
});

const noGateways = (federation: Federation): Finding =>
  wrong(
    federation,
    'servers of a secondary datacenter reach the primary through its mesh gateways alone, so they must be told of ' +
      'them: write primary_gateways: [ADDRESS:8443]',
  );

const noTls = (federation: Federation): Finding =>
  wrong(
    federation,
    'mesh gateways find a server by the name in its certificate, so federation through them needs TLS with ' +
      'verify_server_hostname: write tls: {} and make certificates for NODE.server.DATACENTER.DOMAIN',
  );
