/** What of a node shows that a change concerns it. */
import { itemsAt } from '../../model/value-path.ts';
import { type Entry, entriesOf } from '../../rules/forms/entries.ts';
import { isServer } from '../../subjects/agent/predicates.ts';
import type { Node } from '../../subjects/subjects.ts';
import type { Value } from '../../text/tree/value.ts';
import { memberPath } from '../../util/text.ts';

export const isWritten =
  (...paths: readonly string[]) =>
  ({ config }: Node): boolean =>
    paths.some((path) => config.value(path) !== undefined);

/** A server on which nothing sets the option. */
export const onServerUnset =
  (path: string) =>
  (node: Node): boolean =>
    isServer(node) && !isWritten(path)(node);

/** True where a file opens the port, or its default does. */
export const isOpen = ({ config }: Node, path: string): boolean => (config.number(path) ?? 0) > 0;

/** True where a file opens the port. */
export const isOpened = (node: Node, path: string): boolean => isWritten(path)(node) && isOpen(node, path);

/** True where a certificate is set for gRPC, by its own option or by the common one. */
export const hasGrpcCertificate = ({ config }: Node): boolean => Boolean(config.string('tls.grpc.cert_file'));

/** True where the agent gets its certificate from the servers. */
export const hasAutoCertificate = ({ config }: Node): boolean =>
  config.bool('auto_encrypt.tls') === true || config.bool('auto_config.enabled') === true;

/** True where metrics go anywhere but to /v1/agent/metrics. */
export const hasMetricSink = isWritten(
  'telemetry.circonus_api_token',
  'telemetry.circonus_submission_url',
  'telemetry.dogstatsd_addr',
  'telemetry.prometheus_retention_time',
  'telemetry.statsd_address',
  'telemetry.statsite_address',
);

export const usesVaultCa = ({ config }: Node): boolean => config.string('connect.ca_provider') === 'vault';

/** A namespace of Vault Enterprise, without those of both PKI mounts. */
export const hasVaultNamespace = (node: Node): boolean =>
  usesVaultCa(node) &&
  isWritten('connect.ca_config.namespace')(node) &&
  !(
    isWritten('connect.ca_config.intermediate_pki_namespace')(node) &&
    isWritten('connect.ca_config.root_pki_namespace')(node)
  );

/** The path of the first entry of a kind for which the condition holds. */
export const entryWith =
  (kind: string, matches: (entry: Entry) => boolean) =>
  (node: Node): string | undefined =>
    entriesOf(node).entries.find((entry) => entry.kind === kind && matches(entry))?.path;

/** True where an upstream of the entry is overridden without the name of a peer. */
export const overridesWithoutPeer = ({ value }: Entry): boolean =>
  itemsAt(value, 'upstream_config.overrides').some(
    (item) => item.kind === 'object' && !item.members.has('peer'),
  );

/** True where keys of `meta` configure a function of Lambda. */
export function hasLambdaMeta({ value }: Entry): boolean {
  const meta = value.members.get('meta')?.value;
  return meta?.kind === 'object' && [...meta.members.keys()].some((key) => key.includes('/lambda/'));
}

/** True where an extension runs Lua. */
export const hasLua = ({ value }: Entry): boolean =>
  itemsAt(value, 'envoy_extensions').some(
    (item) => item.kind === 'object' && textOf(item.members.get('name')?.value) === 'builtin/lua',
  );

/** The path of the first service of a kind. */
export const serviceOfKind =
  (kind: string) =>
  ({ config }: Node): string | undefined => {
    const index = itemsAt(config.resolved, 'services').findIndex(
      (service) => service.kind === 'object' && textOf(service.members.get('kind')?.value) === kind,
    );
    return index < 0 ? undefined : `services[${index}]`;
  };

const textOf = (value: Value | undefined): string | undefined =>
  value?.kind === 'string' ? value.value : undefined;

/** The path of an escape hatch: a piece of Envoy's own configuration in that of a proxy. */
export function escapeHatch({ config }: Node): string | undefined {
  const tasks: { readonly value: Value; readonly path: string }[] = [
    ...itemsAt(config.resolved, 'services').map((value, i) => ({ value, path: `services[${i}]` })),
    ...itemsAt(config.resolved, 'config_entries.bootstrap').map((value, i) => ({
      value,
      path: `config_entries.bootstrap[${i}]`,
    })),
  ];
  for (let task = tasks.pop(); task; task = tasks.pop()) {
    const { value, path } = task;
    if (value.kind === 'list')
      for (const [i, item] of value.items.entries()) tasks.push({ value: item, path: `${path}[${i}]` });
    if (value.kind !== 'object') continue;
    for (const member of value.members.values()) {
      const at = memberPath(path, member.name);
      if (/^envoy_.*_json(?:_tpl)?$/.test(member.name)) return at;
      tasks.push({ value: member.value, path: at });
    }
  }
  return undefined;
}

/** The path of a minimum version of 1.3, which decides the groups of the key exchange from 2.1 on. */
export function tls13({ config }: Node): string | undefined {
  return ['defaults', 'grpc', 'https', 'internal_rpc']
    .map((name) => `tls.${name}`)
    .find(
      (block) =>
        config.string(`${block}.tls_min_version`) === 'TLSv1_3' &&
        !config.string(`${block}.tls_ecdh_curves`) &&
        !config.string('tls.defaults.tls_ecdh_curves') &&
        config.value(`${block}.tls_min_version`) !== undefined,
    )
    ?.concat('.tls_min_version');
}
