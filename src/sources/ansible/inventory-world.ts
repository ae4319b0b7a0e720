/** The cluster that an inventory shows: its hosts with the variables of their groups. */
import { posix } from 'node:path';
import type { Source, Span } from '../../text/source/source.ts';
import type { Member } from '../../text/tree/value.ts';
import type { SourceFiles, World } from '../source.ts';
import { agentOf, type Host, sourcesOf } from './agent.ts';
import { groupsOf, type Inventory } from './inventory.ts';
import type { Role, Variables } from './roles/role.ts';
import { roleOf } from './roles/roles.ts';
import { variablesIn } from './variables.ts';

const mostHosts = 300;

interface Candidate {
  readonly name: string;
  readonly at: Span;
  readonly groups: readonly string[];
  readonly variables: Variables;
  /** Without those that all hosts have. */
  readonly own: Variables;
}

export function worldOfInventory(
  inventory: Inventory,
  source: Source,
  files: SourceFiles,
): World | undefined {
  const names = new Map(
    [...inventory.values()].flatMap((group) => [...group.hosts].map(([name, { at }]) => [name, at] as const)),
  );
  if (names.size === 0 || names.size > mostHosts) return undefined;
  const filesOf = fileReader(source, files);
  const all = [...names].map(([name, at]): Candidate => {
    const groups = groupsOf(name, inventory);
    const own = groups.filter((group) => group !== 'all');
    return {
      name,
      at,
      groups,
      variables: variablesOf(name, groups, inventory, filesOf),
      own: variablesOf(name, own, inventory, filesOf),
    };
  });
  const role = all.map(({ variables }) => roleOf(variables)).find((one) => one !== undefined);
  const hosts = role ? all.filter((host) => isOf(role, host)) : [];
  if (!role || !hosts.some(({ variables }) => roleOf(variables) === role)) return undefined;
  return clusterOf(hosts, role, source);
}

/** Its group decides; where the role names none, variables of the role that not all hosts have. */
function isOf({ group, own, options }: Role, { groups, variables, own: inner }: Candidate): boolean {
  if (group) return groups.includes(group(variables));
  return own.some((name) => inner.has(name)) || options.some(([name]) => inner.has(name));
}

function clusterOf(hosts: readonly Candidate[], role: Role, source: Source): World {
  const roles = hosts.map(({ variables, groups }) => role.isServer(variables, groups));
  const isKnown = roles.every((one) => one !== undefined);
  const servers = isKnown ? roles.filter((one) => one).length : undefined;
  const made = hosts.map(
    ({ name, at, variables, groups }): Host => ({ name, at, variables, groups, role, servers }),
  );
  return {
    kind: 'ansible',
    source,
    texts: [source, ...sourcesOf(made).filter(({ file }) => file !== source.file)],
    agents: made.map(agentOf),
    isWhole: isKnown && role.group !== undefined,
    ...(role.group && { areJoined: true as const }),
  };
}

type VariablesIn = (kind: 'group_vars' | 'host_vars', name: string) => Variables;

/** Files next to the inventory, and next to the directory that it is in. */
function fileReader({ file }: Source, files: SourceFiles): VariablesIn {
  const known = new Map<string, Variables>();
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
      found = new Map(sources.flatMap((one) => [...(variablesIn(one)?.members ?? [])]));
      known.set(key, found);
    }
    return found;
  };
}

/** Those of inner groups count before those of outer ones, and those of the host before all. */
function variablesOf(
  host: string,
  groups: readonly string[],
  inventory: Inventory,
  filesOf: VariablesIn,
): Variables {
  const merged = new Map<string, Member>();
  const add = (variables: Variables | undefined): void => {
    for (const [name, member] of variables ?? []) merged.set(name, member);
  };
  for (const name of groups) {
    add(inventory.get(name)?.variables);
    add(filesOf('group_vars', name));
  }
  for (const name of groups) add(inventory.get(name)?.hosts.get(host)?.variables);
  add(filesOf('host_vars', host));
  return merged;
}
