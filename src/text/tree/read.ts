/** Reading values whose shape is not known: what is not there, or of another shape, is undefined. */
import type { ListValue, Member, ObjectValue, StringValue, Value } from './value.ts';

export const objectIn = (value: Value | undefined): ObjectValue | undefined =>
  value?.kind === 'object' ? value : undefined;

export const listIn = (value: Value | undefined): ListValue | undefined =>
  value?.kind === 'list' ? value : undefined;

export const memberOf = (value: Value | undefined, name: string): Value | undefined =>
  objectIn(value)?.members.get(name)?.value;

export const membersOf = (value: Value | undefined): readonly Member[] => [
  ...(objectIn(value)?.members.values() ?? []),
];

export const itemsOf = (value: Value | undefined): readonly Value[] => listIn(value)?.items ?? [];

/** A text, a number or a boolean as what is written. */
export function wordIn(value: Value | undefined): StringValue | undefined {
  if (value?.kind === 'string') return value;
  if (value?.kind !== 'number' && value?.kind !== 'bool') return undefined;
  const { source, start, end } = value;
  return { kind: 'string', source, start, end, value: source.text.slice(start, end) };
}

export const textIn = (value: Value | undefined): string | undefined => wordIn(value)?.value;
