/**
 * Reading a decoded configuration by path. `services[2].checks[0].interval` names one value; the pattern
 * `services[].checks[].interval` or `dns_config.service_ttl.{}` names all of its kind.
 */

import type { ListValue, ObjectValue, StringValue, Value } from '../text/tree/value.ts';
import { memberPath } from '../util/text.ts';

/** A member's name, or an index into a list. */
export type Step = string | number;

const parsed = new Map<string, readonly Step[]>();

/** The steps of a path; `[]` becomes the step `[]`. Paths are few and repeat, so each is split once. */
export function steps(path: string): readonly Step[] {
  const known = parsed.get(path);
  if (known) return known;
  const result: Step[] = [];
  for (const [, name, index] of path.matchAll(/([^.[\]]+)|\[(\d*)\]/g)) {
    if (name !== undefined) result.push(name);
    else result.push(index === '' ? '[]' : Number(index));
  }
  parsed.set(path, result);
  return result;
}

/** The value at `path`; undefined where nothing is. */
export function find(root: Value | undefined, path: string): Value | undefined {
  const way = steps(path);
  let value = root;
  for (let i = 0; value !== undefined && i < way.length; i++) value = child(value, way[i]!);
  return value;
}

/** The innermost value on the way to `path` that exists. */
export function nearest(root: Value, path: string): Value {
  let value = root;
  for (const step of steps(path)) {
    const next = child(value, step);
    if (next === undefined) return value;
    value = next;
  }
  return value;
}

function child(value: Value, step: Step): Value | undefined {
  if (typeof step === 'number') return value.kind === 'list' ? value.items[step] : undefined;
  return value.kind === 'object' ? value.members.get(step)?.value : undefined;
}

export type Visit = (value: Value, path: string) => void;

/** Every value that `pattern` names, in the order of the files. */
export function each(root: Value | undefined, pattern: string, visit: Visit): void {
  if (root) walk(root, steps(pattern), 0, '', visit);
}

function walk(value: Value, pattern: readonly Step[], at: number, path: string, visit: Visit): void {
  const step = pattern[at];
  if (step === undefined) {
    visit(value, path);
    return;
  }
  if (step === '[]') {
    if (value.kind !== 'list') return;
    const { items } = value;
    for (let i = 0; i < items.length; i++) walk(items[i]!, pattern, at + 1, `${path}[${i}]`, visit);
    return;
  }
  if (step === '{}') {
    if (value.kind !== 'object') return;
    for (const { name, value: member } of value.members.values()) {
      walk(member, pattern, at + 1, memberPath(path, name), visit);
    }
    return;
  }
  const next = child(value, step);
  if (next) walk(next, pattern, at + 1, memberPath(path, String(step)), visit);
}

export const objectAt = (root: Value | undefined, path: string): ObjectValue | undefined => {
  const value = find(root, path);
  return value?.kind === 'object' ? value : undefined;
};

export const listAt = (root: Value | undefined, path: string): ListValue | undefined => {
  const value = find(root, path);
  return value?.kind === 'list' ? value : undefined;
};

export const stringAt = (root: Value | undefined, path: string): StringValue | undefined => {
  const value = find(root, path);
  return value?.kind === 'string' ? value : undefined;
};

export const numberAt = (root: Value | undefined, path: string): number | undefined => {
  const value = find(root, path);
  return value?.kind === 'number' ? value.value : undefined;
};

export const boolAt = (root: Value | undefined, path: string): boolean | undefined => {
  const value = find(root, path);
  return value?.kind === 'bool' ? value.value : undefined;
};

/** The text at a path; empty where there is none. */
export const textAt = (root: Value | undefined, path: string): string => stringAt(root, path)?.value ?? '';

/** The items of the list at a path; none where there is no list. */
export const itemsAt = (root: Value | undefined, path: string): readonly Value[] =>
  listAt(root, path)?.items ?? [];
