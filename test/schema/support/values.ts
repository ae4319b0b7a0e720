/** Plain data as values, for what reads values. All of it stands at the start of an empty file. */
import { Source } from '../../../src/text/source/source.ts';
import type { Member, Value } from '../../../src/text/tree/value.ts';

const at = { source: new Source('test.json', ''), start: 0, end: 0 };

export function toValue(plain: unknown): Value {
  if (plain === null || plain === undefined) return { ...at, kind: 'null' };
  if (Array.isArray(plain)) return { ...at, kind: 'list', items: plain.map(toValue), blocks: false };
  switch (typeof plain) {
    case 'string':
      return { ...at, kind: 'string', value: plain };
    case 'boolean':
      return { ...at, kind: 'bool', value: plain };
    case 'number':
      return { ...at, kind: 'number', value: plain, integer: Number.isInteger(plain) };
    default:
      return { ...at, kind: 'object', members: new Map(Object.entries(plain).map(toMember)) };
  }
}

const toMember = ([name, value]: [string, unknown]): [string, Member] => [
  name,
  { name, key: at, value: toValue(value) },
];
