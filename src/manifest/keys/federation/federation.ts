/** `federation` as options, and findings on what does not work. */
import type { Finding } from '../../../finding.ts';
import type { Role } from '../../../options/option.ts';
import type { Span } from '../../../text/source/source.ts';
import type { ObjectValue } from '../../../text/tree/value.ts';
import type { NodeSpecBase, Structure } from '../../structure.ts';
import { boolAt, fromPaths } from '../../values.ts';
import type { Setting } from '../key.ts';

export interface Federation {
  readonly at: Span;
  /** Lower-cased; undefined for the first datacenter of the manifest. */
  readonly primary: string | undefined;
  readonly throughGateways: boolean;
  readonly primaryGateways: readonly string[];
}

export type WithFederation = Structure & { readonly federation: Federation | undefined };

/** The primary datacenter; undefined where there is only one datacenter. */
export function primaryOf({ federation, datacenters }: WithFederation): string | undefined {
  return federation?.primary ?? (datacenters.length > 1 ? datacenters[0]?.name : undefined);
}

export function federationLayer(
  manifest: WithFederation,
  datacenter: string,
  role: Role,
): ObjectValue | undefined {
  const { federation } = manifest;
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

export function checkFederation(manifest: WithFederation, nodes: readonly NodeSpecBase[]): Finding[] {
  const { federation } = manifest;
  if (!federation?.throughGateways) return [];
  const primary = primaryOf(manifest);
  const needsGateways =
    manifest.datacenters.some(({ name }) => name !== primary) && federation.primaryGateways.length === 0;
  const hasTls = nodes.every(
    ({ role, config }) =>
      role !== 'server' || boolAt(config, 'tls', 'internal_rpc', 'verify_server_hostname') === true,
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
    'servers of a secondary datacenter reach the primary only through its mesh gateways, so they need their ' +
      'addresses: write primary_gateways: [ADDRESS:8443]',
  );

const noTls = (federation: Federation): Finding =>
  wrong(
    federation,
    'mesh gateways find a server by the name in its certificate, so federation through them needs TLS with ' +
      'verify_server_hostname: write tls: {} and create certificates for NODE.server.DATACENTER.DOMAIN',
  );
