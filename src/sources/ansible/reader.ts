/**
 * Variables of the role ansible-consul: a file of variables is an agent of which more may be known elsewhere, an inventory is a
 * cluster under its names.
 */
import { posix } from 'node:path';
import { decode } from '../../text/decode.ts';
import type { Source } from '../../text/source/source.ts';
import type { Member, ObjectValue } from '../../text/tree/value.ts';
import { parseYamlDocuments } from '../../text/yaml/parse.ts';
import type { SourceFiles, World } from '../source.ts';
import { agentOf, type Host, isServerRole, sourcesOf, textOf } from './agent.ts';
import { groupsOf, type Inventory, readIni, readYamlInventory } from './inventory.ts';
import { ownVariables, roleOptions } from './options.ts';

export function readAnsible(source: Source, files: SourceFiles): World | undefined {
  if (/(?:^|\/)(?:group_vars|host_vars)\//.test(source.file)) return worldOfVariables(source);
  const root = /\.ini$/.test(source.file) ? undefined : objectOf(source);
  const inventory = root ? readYamlInventory(root) : isIni(source) ? readIni(source) : undefined;
  return inventory && worldOfInventory(inventory, source, files);
}

const isIni = ({ text }: Source): boolean => /^[ \t]*\[[\w:.-]+\][ \t\r]*(?:#.*)?$/m.test(text);

function objectOf(source: Source): ObjectValue | undefined {
  const [tree, second] = parseYamlDocuments(source);
  if (!tree || second || tree.problems.length > 0) return undefined;
  const { value } = decode(tree);
  return value && value.members.size > 0 ? value : undefined;
}

/** It takes several variables of the role, one of them its own. */
function worldOfVariables(source: Source): World | undefined {
  const root = objectOf(source);
  if (!root || !isOfRole(root.members)) return undefined;
  const name = posix.basename(source.file).replace(/\.ya?ml$/, '');
  const host: Host = { name, at: source.span(0, 0), variables: root.members, servers: undefined };
  return { kind: 'ansible', source, texts: [source], agents: [agentOf(host)], isWhole: false };
}

function isOfRole(variables: ReadonlyMap<string, Member>): boolean {
  const own = ownVariables.filter((name) => variables.has(name)).length;
  const all = own + Object.keys(roleOptions).filter((name) => variables.has(name)).length;
  return own >= 2 || (own > 0 && all >= 3);
}

function worldOfInventory(inventory: Inventory, source: Source, files: SourceFiles): World | undefined {
  const names = new Map(
    [...inventory.values()].flatMap((group) => [...group.hosts].map(([name, { at }]) => [name, at] as const)),
  );
  if (names.size === 0 || names.size > mostHosts) return undefined;
  const variablesIn = fileReader(source, files);
  const all = [...names].map(([name, at]) => ({
    name,
    at,
    variables: variablesOf(name, inventory, variablesIn),
  }));
  const hosts = all.filter(({ name, variables }) => {
    const group = textOf(variables, 'consul_group_name') ?? 'consul_instances';
    return groupsOf(name, inventory).includes(group);
  });
  if (!hosts.some(({ variables }) => isOfRole(variables))) return undefined;
  const servers = hosts.filter(({ variables }) => isServerRole(variables)).length;
  const isKnown = hosts.every(
    ({ variables }) =>
      !variables.has('consul_node_role') || textOf(variables, 'consul_node_role') !== undefined,
  );
  const agents = hosts.map((host) => ({ ...host, servers: isKnown ? servers : undefined }));
  return {
    kind: 'ansible',
    source,
    texts: [source, ...sourcesOf(agents).filter(({ file }) => file !== source.file)],
    agents: agents.map(agentOf),
    isWhole: isKnown,
    areJoined: true,
  };
}

const mostHosts = 300;

type VariablesIn = (kind: 'group_vars' | 'host_vars', name: string) => ReadonlyMap<string, Member>;

/** Files next to the inventory, and next to the directory that it is in. */
function fileReader({ file }: Source, files: SourceFiles): VariablesIn {
  const known = new Map<string, ReadonlyMap<string, Member>>();
  const directory = posix.dirname(file);
  return (kind, name) => {
    const key = `${kind}/${name}`;
    let found = known.get(key);
    if (!found) {
      const paths = [posix.dirname(directory), directory].flatMap((above) =>
        ['', '.yml', '.yaml', '/main.yml', '/consul.yml', '/vars.yml'].map((end) =>
          posix.join(above, `${key}${end}`),
        ),
      );
      const sources = paths.flatMap((path) => files.read(path) ?? []);
      found = new Map(sources.flatMap((one) => [...(objectOf(one)?.members ?? [])]));
      known.set(key, found);
    }
    return found;
  };
}

/** Those of inner groups count before those of outer ones, and those of the host before all. */
function variablesOf(
  host: string,
  inventory: Inventory,
  variablesIn: VariablesIn,
): ReadonlyMap<string, Member> {
  const merged = new Map<string, Member>();
  const add = (variables: ReadonlyMap<string, Member> | undefined): void => {
    for (const [name, member] of variables ?? []) merged.set(name, member);
  };
  const groups = groupsOf(host, inventory);
  for (const name of groups) {
    add(inventory.get(name)?.variables);
    add(variablesIn('group_vars', name));
  }
  for (const name of groups) add(inventory.get(name)?.hosts.get(host)?.variables);
  add(variablesIn('host_vars', host));
  return merged;
}
