/** The options of a node as its container needs them. Every option that differs is named, with the reason. */
import type { NodeSpec } from '../../../manifest/node.ts';
import { at, boolAt, numberAt, stringAt, stringsAt } from '../../../manifest/values.ts';
import { listValue, stringValue } from '../../../text/tree/make.ts';
import type { ObjectValue, Value } from '../../../text/tree/value.ts';
import { type Addresses, withMoved } from './addresses.ts';
import { without, withValue } from './edit.ts';

export interface Adapted {
  readonly config: ObjectValue;
  /** One sentence for each option that is not as in the manifest, addresses that are only replaced left out. */
  readonly why: readonly string[];
}

/** What sends something to machines outside. */
const outside: readonly (readonly [path: readonly string[], why: string])[] = [
  [['enable_syslog'], 'there is no syslog in a container'],
  [['telemetry', 'statsd_address'], 'it would send metrics out of this network'],
  [['telemetry', 'statsite_address'], 'it would send metrics out of this network'],
  [['telemetry', 'dogstatsd_addr'], 'it would send metrics out of this network'],
  [['telemetry', 'circonus_api_token'], 'it would send metrics out of this network'],
  [['telemetry', 'circonus_submission_url'], 'it would send metrics out of this network'],
  [['cloud'], 'it would link this cluster with an account'],
];

const listening = [
  'bind_addr',
  'advertise_addr',
  'advertise_addr_wan',
  'serf_lan',
  'serf_wan',
  'client_addr',
];

export interface AdaptInput {
  readonly addresses: Addresses;
  /** All nodes: what a join list may name. */
  readonly nodes: readonly NodeSpec[];
  /** The port of its API is published on this machine. */
  readonly isPublished: boolean;
}

export function adapt(node: NodeSpec, input: AdaptInput): Adapted {
  const why: string[] = [];
  let config = moveAll(node.config, input.addresses) as ObjectValue;
  for (const [path, reason] of outside) {
    if (!at(config, ...path) || boolAt(config, ...path) === false) continue;
    config = without(config, path);
    why.push(`${path.join('.')} is left out: ${reason}`);
  }
  const here = input.addresses.own.get(node.name)!;
  for (const option of listening) {
    const text = stringAt(config, option);
    if (text === undefined || !text.includes('{{')) continue;
    config = withValue(
      config,
      [option],
      stringValue(text.replace(/\{\{.*?\}\}/gs, here), at(config, option)!),
    );
    why.push(
      `${option} is the address of the container: a template would choose among the addresses of another machine`,
    );
  }
  for (const option of ['retry_join', 'retry_join_wan', 'start_join', 'start_join_wan'])
    config = joinsHere(config, option, node, input, why);
  if (input.isPublished) config = opened(config, why, node);
  return { config, why };
}

function moveAll(value: Value, addresses: Addresses): Value {
  if (value.kind === 'string') return { ...value, value: withMoved(value.value, addresses) };
  if (value.kind === 'list') return { ...value, items: value.items.map((item) => moveAll(item, addresses)) };
  if (value.kind !== 'object') return value;
  const members = [...value.members].map(
    ([name, member]) => [name, { ...member, value: moveAll(member.value, addresses) }] as const,
  );
  return { ...value, members: new Map(members) };
}

/** An entry that is not a node of the manifest would join, or look for, a cluster outside. */
function joinsHere(
  config: ObjectValue,
  option: string,
  node: NodeSpec,
  { addresses, nodes }: AdaptInput,
  why: string[],
): ObjectValue {
  const list = at(config, option);
  const written = stringsAt(config, option);
  if (!list || written.length === 0) return config;
  const known = new Set([
    ...addresses.own.values(),
    ...nodes.map(({ name }) => name),
    ...nodes.map(({ host }) => host),
  ]);
  const kept = written.filter((entry) => known.has(entry.replace(/:\d+$/, '')));
  if (kept.length === written.length) return config;
  const left = kept.length > 0 || option.endsWith('_wan') ? kept : serversOf(node, nodes, addresses);
  why.push(
    `${option} names the servers here only: ${written.length - kept.length} of ${written.length} entries lead out of this network`,
  );
  return withValue(
    config,
    [option],
    listValue(
      left.map((entry) => stringValue(entry, list)),
      list,
    ),
  );
}

const serversOf = (node: NodeSpec, nodes: readonly NodeSpec[], { own }: Addresses): readonly string[] =>
  nodes
    .filter(
      ({ role, datacenter, name }) =>
        role === 'server' && datacenter === node.datacenter && name !== node.name,
    )
    .map(({ name }) => own.get(name)!);

/** With TLS where there is any: tokens are sent to it. */
export function published(config: ObjectValue): {
  readonly protocol: 'http' | 'https';
  readonly port: number;
} {
  const https = numberAt(config, 'ports', 'https') ?? -1;
  const port = numberAt(config, 'ports', 'http') ?? 8500;
  return https > 0 ? { protocol: 'https', port: https } : { protocol: 'http', port };
}

/** Docker publishes a port on the address of the container, where an agent that listens on 127.0.0.1 is not. */
function opened(config: ObjectValue, why: string[], node: NodeSpec): ObjectValue {
  const { protocol } = published(config);
  const address = stringAt(config, 'addresses', protocol) ?? stringAt(config, 'client_addr') ?? '127.0.0.1';
  if (!/^\s*(?:127\.|::1|unix:)/.test(address) || /\s/.test(address.trim())) return config;
  why.push(`addresses.${protocol} is 0.0.0.0, so that its port can be published`);
  return withValue(config, ['addresses', protocol], stringValue('0.0.0.0', node.at));
}
