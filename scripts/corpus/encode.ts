/**
 * Values in one form, to be compared as text: the corpus's (`{"$int": "1"}`, `{"$blocks": […]}`, `{"$bytes": "ff"}`) and
 * ours. Members in the order of their keys; numbers as JavaScript prints them.
 */
import { encodeBytes } from '../../src/text/source/bytes.ts';
import type { Value } from '../../src/text/tree/value.ts';

const hex = (text: string): string => Buffer.from(encodeBytes(text)).toString('hex');
const float = (value: number): string => (Object.is(value, -0) ? 'float -0' : `float ${value}`);
const members = (entries: (readonly [string, unknown])[]) => ({
  members: entries.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)),
});

export function encodeValue(value: Value, hasIntegers: boolean): unknown {
  switch (value.kind) {
    case 'null':
      return null;
    case 'bool':
      return value.value;
    case 'string':
      return `text ${hex(value.value)}`;
    case 'number':
      return hasIntegers && value.integer ? `int ${value.exact ?? value.value}` : float(value.value);
    case 'list': {
      const items = value.items.map((item) => encodeValue(item, hasIntegers));
      return value.blocks ? { blocks: items } : items;
    }
    case 'object':
      return members(
        [...value.members].map(([name, member]) => [hex(name), encodeValue(member.value, hasIntegers)]),
      );
  }
}

/** Undefined where the corpus does not hold the value, because it is too deep. */
export function encodeExpected(value: unknown): unknown {
  return JSON.stringify(value)?.includes('"$omitted"') ? undefined : encode(value);
}

function encode(value: unknown): unknown {
  if (typeof value === 'string') return `text ${hex(value)}`;
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(encode);
  const [[tag, inner] = ['', undefined], second] = Object.entries(value);
  if (second === undefined) {
    if (tag === '$int') return `int ${inner}`;
    if (tag === '$float') return float(Number(inner));
    if (tag === '$bytes') return `text ${inner}`;
    if (tag === '$blocks') return { blocks: (inner as unknown[]).map(encode) };
    if (tag === '$nilmap') return members([]);
    if (tag === '$map') {
      return members((inner as [unknown, unknown][]).map(([key, item]) => [keyHex(key), encode(item)]));
    }
  }
  return members(Object.entries(value).map(([key, item]) => [hex(key), encode(item)]));
}

const keyHex = (key: unknown): string =>
  typeof key === 'string' ? hex(key) : (key as { $bytes: string }).$bytes;
