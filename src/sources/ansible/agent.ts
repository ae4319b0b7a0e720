/** The agent that the role makes of the variables of a host: values keep their places in the files where they are written. */
import { mark } from '../../text/source/embedded.ts';
import { type Source, type Span, spanOf } from '../../text/source/source.ts';
import { boolValue, numberValue, objectValue, stringValue } from '../../text/tree/make.ts';
import { textIn } from '../../text/tree/read.ts';
import type { Member, ObjectValue, Value } from '../../text/tree/value.ts';
import type { Mount, StartedAgent } from '../source.ts';
import { type Conversion, roleOptions } from './options.ts';

export interface Host {
  readonly name: string;
  readonly at: Span;
  readonly variables: ReadonlyMap<string, Member>;
  /** Of its cluster, where the inventory shows it. */
  readonly servers: number | undefined;
}

export const isServerRole = (variables: Host['variables']): boolean =>
  /^(?:server|bootstrap)$/.test(textOf(variables, 'consul_node_role') ?? '');

export function agentOf(host: Host): StartedAgent {
  const { name, at, variables, servers } = host;
  const isOfUnknownRole = servers === undefined && textOf(variables, 'consul_node_role') === undefined;
  return {
    name,
    words: [
      { text: '-config-dir=/etc/consul.d', at, part: () => at },
      // The role lists the servers of the inventory.
      { text: '-retry-join=$' + '{CONSUL_SERVERS}', at, part: () => at },
    ],
    at,
    release: releaseOf(variables),
    image: undefined,
    mounts: [
      ...written('1-config.json', configOf(host), isOfUnknownRole),
      ...written('2-custom.json', customOf(variables), isOfUnknownRole),
    ],
    emptyPaths: [],
    container: undefined,
    isOfInventory: servers !== undefined,
    open: 'other variables and tasks may set options of it',
  };
}

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

function releaseOf(variables: Host['variables']): string | undefined {
  const text = textOf(variables, 'consul_version');
  return text !== undefined && /^\d+\.\d+\.\d+$/.test(text) ? text : undefined;
}

function configOf({ at, variables, servers }: Host): ObjectValue {
  const root = new Map<string, Member>();
  for (const [name, { option, conversion, where }] of Object.entries(roleOptions)) {
    const variable = variables.get(name);
    if (!variable || (where !== undefined && !isTrue(variables, where))) continue;
    put(root, option, { ...variable, value: converted(variable.value, conversion) });
  }
  const role = variables.get('consul_node_role');
  const text = textOf(variables, 'consul_node_role');
  if (role && text !== undefined && /^(?:server|bootstrap|client)$/.test(text))
    put(root, 'server', { ...role, value: boolValue(text !== 'client', role.value) });
  if (role && text === 'bootstrap') put(root, 'bootstrap', { ...role, value: boolValue(true, role.value) });
  const expects = variables.get('consul_bootstrap_expect');
  if (expects && text === 'server' && isTrue(variables, 'consul_bootstrap_expect')) {
    const value = variables.get('consul_bootstrap_expect_value');
    const count = servers === undefined ? undefined : numberValue(servers, expects.value);
    const own = value ? { ...value, value: converted(value.value, 'number') } : undefined;
    const number = own ?? { ...expects, value: count ?? stringValue(mark, expects.value) };
    put(root, 'bootstrap_expect', number);
  }
  return objectValue(root, at);
}

/** A file of its own: `configd_50custom.json.j2`. */
function customOf(variables: Host['variables']): ObjectValue | undefined {
  const value = variables.get('consul_config_custom')?.value;
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
  if (conversion === 'number')
    return /^-?\d+$/.test(text) ? numberValue(Number(text), value) : stringValue(text, value);
  return stringValue(value.kind === 'string' ? value.value : text, value);
}

/** Texts with expressions are not known. */
function withHoles(value: Value): Value {
  if (value.kind === 'string') return isTemplate(value.value) ? { ...value, value: mark } : value;
  if (value.kind === 'list') return { ...value, items: value.items.map(withHoles) };
  if (value.kind !== 'object') return value;
  const members = [...value.members].map(([name, member]): [string, Member] => {
    const known = isTemplate(name) ? mark : name;
    return [known, { ...member, name: known, value: withHoles(member.value) }];
  });
  return { ...value, members: new Map(members) };
}

const isTemplate = (text: string): boolean => /\{\{|\{%/.test(text);

/** As the filter `bool` reads it. */
const isTruth = (text: string): boolean => /^(?:yes|on|1|true|y|t)$/i.test(text);

export const textOf = (variables: Host['variables'], name: string): string | undefined => {
  const text = textIn(variables.get(name)?.value);
  return text === undefined || isTemplate(text) ? undefined : text;
};

export function isTrue(variables: Host['variables'], name: string): boolean {
  const text = textOf(variables, name);
  return text !== undefined && text !== '' && !/^(?:no|off|0|false|n|f|none|null|~)$/i.test(text);
}

/** All files in which a value of it is written. */
export const sourcesOf = (hosts: readonly Host[]): readonly Source[] => [
  ...new Set(hosts.flatMap(({ variables }) => [...variables.values()].map(({ key }) => key.source))),
];
