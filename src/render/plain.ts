/** Data from a script: copied, and refused if it is not plain data. */

import { own } from '../util/collections.ts';
import { memberPath } from '../util/text.ts';

export type PlainObject = { [name: string]: unknown };

const deepest = 200;

/**
 * A copy without what is undefined.
 *
 * @throws TypeError, one line, naming the place: a function, a cycle, NaN, or nothing but an object at the top.
 */
export function copyObject(caller: string, given: unknown): PlainObject {
  if (!isObject(given)) throw new TypeError(`${caller}: must be given an object, not ${kindOf(given)}`);
  return copy(caller, given, '', 0) as PlainObject;
}

export function isObject(value: unknown): value is PlainObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function copy(caller: string, value: unknown, path: string, depth: number): unknown {
  if (depth > deepest)
    throw new TypeError(`${caller}: ${path.split('.')[0]} contains itself, or nests too deeply`);
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'number' && Number.isFinite(value)) return value;
  if (Array.isArray(value)) {
    return value.map((item, i) => copyItem(caller, item, `${path}[${i}]`, depth + 1));
  }
  if (!isObject(value)) {
    const what = typeof value === 'number' ? value : kindOf(value);
    throw new TypeError(`${caller}: ${path} is ${what}, which cannot be written to a file`);
  }
  return copyMembers(caller, value, path, depth + 1);
}

function copyItem(caller: string, item: unknown, path: string, depth: number): unknown {
  if (item === undefined || item === null) throw new TypeError(`${caller}: ${path} is empty`);
  return copy(caller, item, path, depth);
}

function copyMembers(caller: string, value: PlainObject, path: string, depth: number): PlainObject {
  // Without a prototype, so that a key `__proto__` is a key like any other.
  const members: PlainObject = Object.create(null);
  for (const [name, item] of Object.entries(value)) {
    if (item !== undefined) members[name] = copy(caller, item, memberPath(path, name), depth);
  }
  return { ...members };
}

function kindOf(value: unknown): string {
  if (value === null) return 'null';
  if (value === undefined) return 'nothing';
  if (Array.isArray(value)) return 'a list';
  return `a ${typeof value}`;
}

/** `extra` laid over `config`, key by key. */
export function mergePlain(config: PlainObject, extra: PlainObject): PlainObject {
  const merged = { ...config };
  for (const [name, value] of Object.entries(extra)) {
    const before = own(merged, name);
    merged[name] = isObject(before) && isObject(value) ? mergePlain(before, value) : value;
  }
  return merged;
}
