/** Inventories of Ansible: hosts by the groups that they are in, with the variables that are written there. */

import { mark } from '../../text/source/embedded.ts';
import type { Source, Span } from '../../text/source/source.ts';
import { boolValue, numberValue, stringValue } from '../../text/tree/make.ts';
import { memberOf, membersOf } from '../../text/tree/read.ts';
import type { Member, ObjectValue, Value } from '../../text/tree/value.ts';

export class Group {
  readonly hosts = new Map<string, { readonly at: Span; readonly variables: Map<string, Member> }>();
  readonly children = new Set<string>();
  readonly variables = new Map<string, Member>();
}

export type Inventory = ReadonlyMap<string, Group>;

/** Lines of hosts, `[group]`, `[group:children]` and `[group:vars]`. */
export function readIni(source: Source): Inventory {
  const groups = new Map<string, Group>();
  let group = groupIn(groups, 'ungrouped');
  let part = 'hosts';
  for (const { 0: line, index } of source.text.matchAll(/^.*$/gm)) {
    const text = line.replace(/\s*#.*$|^\s*;.*$/, '').trimEnd();
    const section = /^\s*\[([^\]:]+)(?::(children|vars))?\]/.exec(text);
    if (section) {
      group = groupIn(groups, section[1]!.trim());
      part = section[2] ?? 'hosts';
    } else if (text.trim() === '') continue;
    else if (part === 'children') group.children.add(text.trim());
    else if (part === 'vars')
      for (const one of pairsIn(source, text, index, true)) group.variables.set(one.name, one);
    else {
      const [name = ''] = /\S+/.exec(text) ?? [];
      const at = source.span(index + text.indexOf(name), index + text.indexOf(name) + name.length);
      const variables = new Map(pairsIn(source, text, index, false).map((one) => [one.name, one]));
      for (const host of rangeOf(name)) group.hosts.set(host, { at, variables });
    }
  }
  return groups;
}

function pairsIn(source: Source, line: string, from: number, isWhole: boolean): readonly Member[] {
  const pattern = isWhole ? /([\w-]+)\s*=\s*(.*)$/g : /([\w-]+)=("[^"]*"|'[^']*'|\S*)/g;
  return [...line.matchAll(pattern)].map(({ 0: all, 1: name = '', 2: written = '', index }) => {
    const key = source.span(from + index, from + index + name.length);
    const end = from + index + all.length;
    return { name, key, value: literalOf(written, source.span(end - written.length, end)) };
  });
}

/** As Python reads it: numbers, `True` and `False`, and else a text. */
function literalOf(written: string, at: Span): Value {
  if (/^-?(?:0|[1-9]\d*)$/.test(written)) return numberValue(Number(written), at);
  if (/^(?:True|False)$/.test(written)) return boolValue(written === 'True', at);
  const isOther = /^[[{(]|^-?(?:\d+\.\d*|\d*\.\d+|0\d+)(?:e\d+)?$|^None$/.test(written);
  return stringValue(isOther ? mark : written.replace(/^(["'])(.*)\1$/, '$2'), at);
}

/** `node[1:3]` is three hosts. */
function rangeOf(name: string): readonly string[] {
  const [, before = '', first = '', last = '', after = ''] =
    /^([^[]*)\[(\d{1,3}):(\d{1,3})\](.*)$/.exec(name) ?? [];
  const count = Number(last) - Number(first) + 1;
  if (first === '' || count < 1 || count > 50) return [name];
  return Array.from(
    { length: count },
    (_, i) => `${before}${String(Number(first) + i).padStart(first.length, '0')}${after}`,
  );
}

/** `all:` with `hosts:`, `children:` and `vars:`. */
export function readYamlInventory(root: ObjectValue): Inventory | undefined {
  const groups = new Map<string, Group>();
  const tasks: [string, Value, number][] = membersOf(root).map(({ name, value }) => [name, value, 0]);
  if (!tasks.some(([, value]) => memberOf(value, 'hosts') ?? memberOf(value, 'children'))) return undefined;
  for (let task = tasks.pop(); task; task = tasks.pop()) {
    const [name, value, depth] = task;
    const group = groupIn(groups, name);
    for (const member of membersOf(memberOf(value, 'vars'))) group.variables.set(member.name, member);
    for (const host of membersOf(memberOf(value, 'hosts')))
      for (const one of rangeOf(host.name))
        group.hosts.set(one, {
          at: host.key,
          variables: new Map(membersOf(host.value).map((member) => [member.name, member])),
        });
    for (const child of membersOf(memberOf(value, 'children'))) {
      group.children.add(child.name);
      if (depth < 8) tasks.push([child.name, child.value, depth + 1]);
    }
  }
  return groups;
}

function groupIn(groups: Map<string, Group>, name: string): Group {
  const group = groups.get(name) ?? new Group();
  groups.set(name, group);
  return group;
}

/** Names of the groups that a host is in, outer ones first. */
export function groupsOf(host: string, inventory: Inventory): readonly string[] {
  const found = new Set([...inventory].flatMap(([name, group]) => (group.hosts.has(host) ? [name] : [])));
  for (const inner of found)
    for (const [name, group] of inventory) if (group.children.has(inner)) found.add(name);
  return ['all', ...[...found].filter((name) => name !== 'all').reverse()];
}
