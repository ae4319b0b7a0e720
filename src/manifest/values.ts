/** Reads and combines values of a manifest. */

import { type Span, spanOf } from '../text/source/source.ts';
import { listValue, objectValue, type Scalar, scalarValue, stringValue } from '../text/tree/make.ts';
import type { Member, ObjectValue, Value } from '../text/tree/value.ts';

export type Plain = Scalar | readonly string[];

export const valueFrom = (plain: Plain, at: Span): Value =>
  typeof plain === 'object'
    ? listValue(
        plain.map((item) => stringValue(item, at)),
        at,
      )
    : scalarValue(plain, at);

/** Lays `later` over `earlier`: maps are merged key by key, other values are replaced, lists too. */
export function overlay(earlier: ObjectValue, later: ObjectValue | undefined): ObjectValue {
  if (!later || later.members.size === 0) return earlier;
  if (earlier.members.size === 0) return later;
  const members = new Map(earlier.members);
  for (const [name, member] of later.members) {
    const before = members.get(name)?.value;
    const both = before?.kind === 'object' && member.value.kind === 'object';
    members.set(name, both ? { ...member, value: overlay(before, member.value) } : member);
  }
  return { ...later, members };
}

/** Without the members that are null. Nulls in lists stay, since they are elements. */
export function withoutNulls(value: ObjectValue): ObjectValue {
  const members = new Map<string, Member>();
  let changed = false;
  for (const [name, member] of value.members) {
    if (member.value.kind === 'null') {
      changed = true;
      continue;
    }
    const inner = member.value.kind === 'object' ? withoutNulls(member.value) : member.value;
    changed ||= inner !== member.value;
    members.set(name, inner === member.value ? member : { ...member, value: inner });
  }
  return changed ? { ...value, members } : value;
}

/** The value at a path of names; undefined where there is none. */
export function at(value: Value | undefined, ...path: readonly string[]): Value | undefined {
  let found = value;
  for (const name of path) found = found?.kind === 'object' ? found.members.get(name)?.value : undefined;
  return found;
}

export function stringAt(value: Value | undefined, ...path: readonly string[]): string | undefined {
  const found = at(value, ...path);
  return found?.kind === 'string' ? found.value : undefined;
}

export function numberAt(value: Value | undefined, ...path: readonly string[]): number | undefined {
  const found = at(value, ...path);
  return found?.kind === 'number' ? found.value : undefined;
}

export function boolAt(value: Value | undefined, ...path: readonly string[]): boolean | undefined {
  const found = at(value, ...path);
  return found?.kind === 'bool' ? found.value : undefined;
}

/** The strings of a list; empty where there is none. */
export function stringsAt(value: Value | undefined, ...path: readonly string[]): readonly string[] {
  const found = at(value, ...path);
  if (found?.kind !== 'list') return [];
  return found.items.flatMap((item) => (item.kind === 'string' ? [item.value] : []));
}

/** One word, or a list of them. */
export const wordsAt = (value: Value | undefined, ...path: readonly string[]): readonly string[] =>
  wordsOf(at(value, ...path));

export const wordsOf = (value: Value | undefined): readonly string[] =>
  value?.kind === 'string' ? [value.value] : stringsAt(value);

/** The members of a map; empty where there is none. */
export function membersAt(value: Value | undefined, ...path: readonly string[]): readonly Member[] {
  const found = at(value, ...path);
  return found?.kind === 'object' ? [...found.members.values()] : [];
}

const isValue = (value: Plain | Value): value is Value => typeof value === 'object' && 'kind' in value;

/** An object of values by dotted path, such as `autopilot.min_quorum`; of one path the last counts. */
export function fromPaths(
  entries: readonly { readonly path: string; readonly value: Plain | Value; readonly at?: Span }[],
  at: Span,
): ObjectValue {
  const root = new Map<string, Member>();
  for (const { path, value, at: own = at } of entries) {
    const key = spanOf(own);
    const names = path.split('.');
    const name = names.pop()!;
    const members = names.reduce((parent, step) => branch(parent, step, key), root);
    members.set(name, { name, key, value: isValue(value) ? value : valueFrom(value, own) });
  }
  return objectValue(root, at);
}

/** Only maps that `fromPaths` itself has made are changed. */
function branch(parent: Map<string, Member>, name: string, key: Span): Map<string, Member> {
  const known = parent.get(name)?.value;
  if (known?.kind === 'object') return known.members as Map<string, Member>;
  const members = new Map<string, Member>();
  parent.set(name, { name, key, value: objectValue(members, key) });
  return members;
}
