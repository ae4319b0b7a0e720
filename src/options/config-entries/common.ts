/** What config entries have in common. */
import { metaKeyed } from '../grammars/names.ts';
import { uncheckedPort } from '../grammars/network.ts';
import { duration } from '../grammars/time.ts';
import {
  any,
  type BlockKind,
  block,
  bool,
  list,
  map,
  type ScalarKind,
  string,
  uint,
  words,
} from '../kinds.ts';
import { option, type Section, section } from '../option.ts';

const initialisms = new Set([
  'ca',
  'http',
  'id',
  'ip',
  'json',
  'jwks',
  'jwt',
  'sds',
  'sni',
  'tls',
  'ttl',
  'uri',
  'url',
]);

/** `tls_min_version` → `TLSMinVersion`. */
const goName = (key: string): string =>
  key
    .split('_')
    .map((word) =>
      initialisms.has(word) ? word.toUpperCase() : word.charAt(0).toUpperCase() + word.slice(1),
    )
    .join('');

/**
 * Gives each option its second spelling, the name of the Go field, in which Consul's docs write config entries. Keys
 * that begin with a capital have no other.
 */
export function fields(section: Section): Section {
  return Object.fromEntries(
    Object.entries(section).map(([key, row]) => {
      const isGoName = /^[A-Z]/.test(key);
      return [key, isGoName ? row : { ...row, aliases: [goName(key), ...(row.aliases ?? [])] }];
    }),
  );
}

/** Decoded leniently: below zero it wraps around instead of being refused. */
export const count: ScalarKind = { ...uint, refusedBy: 'none' };

/** A block of a config entry. */
export const entryBlock = (name: string, section: () => Section): BlockKind =>
  block(name, section, { weak: true });

const raftIndex = section(() =>
  fields({
    CreateIndex: option(count, 'When the entry was created.', { internal: true }),
    ModifyIndex: option(count, 'When the entry was last changed.', { internal: true }),
  }),
);

/** Of every entry. The servers fill in what is internal. */
export const base = section(() =>
  fields({
    meta: option(map(metaKeyed), 'Metadata of the entry: 64 pairs at most.'),
    partition: option(string, 'Admin partition of the entry.', { enterprise: 'unknown' }),
    hash: option(count, 'Checksum that the servers keep.', { internal: true }),
    RaftIndex: option(entryBlock('RaftIndex', raftIndex), 'Where the servers keep the two numbers below.', {
      internal: true,
    }),
    ...raftIndex(),
  }),
);

export const namespace = option(string, 'Namespace of the entry.', { enterprise: 'unknown' });

export const named = (docs: string): Section => fields({ name: option(string, docs), namespace });

/** Changes to the headers of requests or responses. */
const headerChanges = section(() =>
  fields({
    add: option(map(string), 'Headers to add to those that are there.'),
    set: option(map(string), 'Headers to put in place of those of the same name.'),
    remove: option(list(string), 'Headers to take away.'),
  }),
);
export const headers = entryBlock('HeaderChanges', headerChanges);

const meshGateway = section(() =>
  fields({
    mode: option(
      words(['none', 'local', 'remote'], { orEmpty: true, refusedBy: 'none' }),
      'Whether traffic to other datacenters goes through the gateways here (`local`), there (`remote`) or none.',
    ),
  }),
);
export const gatewayMode = entryBlock('EntryMeshGateway', meshGateway);

const transparentProxy = section(() =>
  fields({
    outbound_listener_port: option(uncheckedPort, 'Port to which outgoing connections are diverted.'),
    dialed_directly: option(bool, 'Lets others reach the instances by their own addresses.', {
      default: false,
    }),
  }),
);
export const transparent = entryBlock('EntryTransparentProxy', transparentProxy);

const exposedPath = section(() =>
  fields({
    path: option(string, 'HTTP path to let through.'),
    listener_port: option(uncheckedPort, 'Port on which the proxy serves it.'),
    local_path_port: option(uncheckedPort, 'Port on which the service serves it.'),
    protocol: option(string, 'Protocol of the listener: `http` or `http2`.'),
    parsed_from_check: option(bool, 'Set by the agent for paths of checks.', { internal: true }),
  }),
);
const exposed = section(() =>
  fields({
    checks: option(bool, 'Lets the HTTP and gRPC checks of the service through.', { default: false }),
    paths: option(
      list(entryBlock('EntryExposedPath', exposedPath)),
      'Paths that can be reached without the mesh.',
    ),
  }),
);
export const expose = entryBlock('EntryExpose', exposed);

const extensionNames = [
  'builtin/lua',
  'builtin/aws/lambda',
  'builtin/ext-authz',
  'builtin/property-override',
  'builtin/wasm',
  'builtin/otel-access-logging',
];
const extension = section(() =>
  fields({
    name: option(
      words(extensionNames, {
        valuesSince: { 'builtin/otel-access-logging': '1.17' },
        refusedBy: 'validate',
      }),
      'Extension to apply.',
    ),
    required: option(bool, 'Whether proxies go without their new configuration where the extension fails.', {
      default: false,
    }),
    arguments: option(map(any), 'Settings of the extension; which ones depends on its name.'),
    ConsulVersion: option(
      string,
      'Versions of Consul that the extension is applied by, such as `>= 1.16.0`.',
    ),
    EnvoyVersion: option(string, 'Versions of Envoy that the extension is applied to, such as `>= 1.25.0`.'),
  }),
);
export const extensions = list(entryBlock('EnvoyExtension', extension));

export const mutualTlsMode = words(['strict', 'permissive'], { orEmpty: true, refusedBy: 'validate' });
export const proxyMode = words(['transparent', 'direct'], { orEmpty: true, refusedBy: 'none' });
export const connectionBalance = words(['exact_balance'], { orEmpty: true, refusedBy: 'validate' });
const outlier = section(() =>
  fields({
    interval: option(duration, 'Pause between two looks for instances to take out.'),
    max_failures: option(count, 'Failures in a row after which an instance is taken out.'),
    enforcing_consecutive_5xx: option(
      { ...count, max: 100 },
      'Chance in percent that it is really taken out.',
    ),
    max_ejection_percent: option(
      { ...count, max: 100 },
      'Share of the instances that may be out at once, in percent.',
    ),
    base_ejection_time: option(duration, 'How long it stays out at least.'),
  }),
);
export const passiveHealthCheck = entryBlock('PassiveHealthCheck', outlier);

const methods = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'CONNECT', 'OPTIONS', 'TRACE'];

export const httpMethod = words(methods, { anyCase: true, refusedBy: 'validate' });
