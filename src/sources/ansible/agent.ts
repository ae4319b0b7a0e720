/** The agent that a role makes of the variables of a host: values keep their places in the files where they are written. */
import { mark } from '../../text/source/embedded.ts';
import { type Source, type Span, spanOf } from '../../text/source/source.ts';
import type { Word } from '../../text/systemd.ts';
import { boolValue, numberValue, objectValue, stringValue } from '../../text/tree/make.ts';
import { textIn } from '../../text/tree/read.ts';
import type { Member, ObjectValue, Value } from '../../text/tree/value.ts';
import type { Mount, StartedAgent } from '../source.ts';
import { ansibleConsul, waitsForServers } from './roles/ansible-consul.ts';
import type { Conversion, Role, Variables } from './roles/role.ts';
import { isTemplate, isTrue, isTruth, textOf, withHoles } from './variables.ts';

export interface Host {
  readonly name: string;
  readonly at: Span;
  readonly variables: Variables;
  readonly role: Role;
  /** Of the inventory. */
  readonly groups: readonly string[];
  /** Of its cluster, where the inventory shows it. */
  readonly servers: number | undefined;
}

export function agentOf(host: Host): StartedAgent {
  const { name, at, variables, role, groups, servers } = host;
  const isOfUnknownRole = servers === undefined && !isRoleKnown(host);
  const config = configOf(host);
  const custom = role.mapping === undefined ? undefined : mappingOf(variables, role.mapping);
  const isPlaced = config.members.has('data_dir') || custom?.members.has('data_dir') === true;
  return {
    name,
    words: [
      word('-config-dir=/etc/consul.d', at),
      // The role lists the servers of the inventory, and has a data directory of its own.
      word('-retry-join=$' + '{CONSUL_SERVERS}', at),
      ...(isPlaced ? [] : [word('-data-dir=$' + '{CONSUL_DATA_DIR}', at)]),
    ],
    at,
    release: releaseOf(variables),
    image: undefined,
    mounts: [
      ...written('1-config.json', config, isOfUnknownRole),
      ...written('2-custom.json', custom, isOfUnknownRole),
    ],
    emptyPaths: [],
    container: undefined,
    isOfInventory: groups.length > 0 && servers !== undefined,
    open: 'other variables and tasks may set options of it',
  };
}

const word = (text: string, at: Span): Word => ({ text, at, part: () => at });

/** Its variables say whether it is a server. */
const isRoleKnown = ({ variables, role, groups }: Host): boolean =>
  role === ansibleConsul
    ? textOf(variables, 'consul_node_role') !== undefined
    : role.isServer(variables, groups) !== undefined;

const written = (name: string, value: ObjectValue | undefined, isOfUnknownRole: boolean): readonly Mount[] =>
  value
    ? [
        {
          target: `/etc/consul.d/${name}`,
          at: spanOf(value),
          content: { kind: 'value', value, isOfUnknownRole },
        },
      ]
    : [];

function releaseOf(variables: Variables): string | undefined {
  const text = textOf(variables, 'consul_version');
  return text !== undefined && /^\d+\.\d+\.\d+$/.test(text) ? text : undefined;
}

function configOf(host: Host): ObjectValue {
  const { at, variables, role, groups } = host;
  const root = new Map<string, Member>();
  for (const [name, option, conversion, where] of role.options) {
    const variable = variables.get(name);
    if (!variable || (where !== undefined && !isTrue(variables, where))) continue;
    put(root, option, { ...variable, value: converted(variable.value, conversion) });
  }
  const isServer = groups.length > 0 ? role.isServer(variables, groups) : undefined;
  if (role === ansibleConsul) nodeRole(root, host);
  else if (isServer !== undefined && !root.has('server')) {
    const value = boolValue(isServer, at);
    root.set('server', { name: 'server', key: spanOf(at), value });
  }
  return objectValue(root, at);
}

/** `consul_node_role` says whether it is a server, and the servers of the inventory are those that it waits for. */
function nodeRole(root: Map<string, Member>, { variables, servers }: Host): void {
  const role = variables.get('consul_node_role');
  const text = textOf(variables, 'consul_node_role');
  if (role && text !== undefined && /^(?:server|bootstrap|client)$/.test(text))
    put(root, 'server', { ...role, value: boolValue(text !== 'client', role.value) });
  if (role && text === 'bootstrap') put(root, 'bootstrap', { ...role, value: boolValue(true, role.value) });
  const expects = variables.get('consul_bootstrap_expect');
  if (!expects || !waitsForServers(variables)) root.delete('bootstrap_expect');
  else if (!root.has('bootstrap_expect')) {
    const count = servers === undefined ? undefined : numberValue(servers, expects.value);
    put(root, 'bootstrap_expect', { ...expects, value: count ?? stringValue(mark, expects.value) });
  }
}

function mappingOf(variables: Variables, name: string): ObjectValue | undefined {
  const value = variables.get(name)?.value;
  const inner = value && withHoles(value);
  return inner?.kind === 'object' ? inner : undefined;
}

/** Sets a member, within blocks that it makes. */
function put(root: Map<string, Member>, path: string, member: Member): void {
  const [block, inner] = path.split('.') as [string, string | undefined];
  if (inner === undefined) root.set(block, { ...member, name: block });
  else {
    const there = root.get(block)?.value;
    const members = new Map(there?.kind === 'object' ? there.members : []);
    members.set(inner, { ...member, name: inner });
    root.set(block, { name: block, key: member.key, value: objectValue(members, there ?? member.value) });
  }
}

function converted(value: Value, conversion: Conversion): Value {
  if (conversion === 'json' || value.kind === 'null') return withHoles(value);
  const text = textIn(value);
  if (text === undefined || isTemplate(text)) return stringValue(mark, value);
  if (conversion === 'bool') return boolValue(isTruth(text), value);
  if (conversion === 'truth') return value.kind === 'bool' ? value : stringValue(mark, value);
  if (conversion === 'number')
    return /^-?\d+$/.test(text) ? numberValue(Number(text), value) : stringValue(text, value);
  return stringValue(value.kind === 'string' ? value.value : text, value);
}

/** All files in which a value of it is written. */
export const sourcesOf = (hosts: readonly Host[]): readonly Source[] => [
  ...new Set(hosts.flatMap(({ variables }) => [...variables.values()].map(({ key }) => key.source))),
];
