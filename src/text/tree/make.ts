/** Makes values that no file holds as they are; each has the location at which a reader finds its reason. */
import { type Span, spanOf } from '../source/source.ts';
import type { BoolValue, ListValue, Member, NumberValue, ObjectValue, StringValue, Value } from './value.ts';

export const stringValue = (value: string, at: Span): StringValue => ({
  kind: 'string',
  value,
  ...spanOf(at),
});
export const boolValue = (value: boolean, at: Span): BoolValue => ({ kind: 'bool', value, ...spanOf(at) });
export const numberValue = (value: number, at: Span): NumberValue => ({
  kind: 'number',
  value,
  integer: Number.isInteger(value),
  ...spanOf(at),
});
export const listValue = (items: readonly Value[], at: Span): ListValue => ({
  kind: 'list',
  items,
  blocks: false,
  ...spanOf(at),
});
export const objectValue = (members: ReadonlyMap<string, Member>, at: Span): ObjectValue => ({
  kind: 'object',
  members,
  ...spanOf(at),
});
export const emptyObject = (at: Span): ObjectValue => objectValue(new Map(), at);

export type Scalar = string | number | boolean;

export function scalarValue(value: Scalar, at: Span): StringValue | NumberValue | BoolValue {
  if (typeof value === 'string') return stringValue(value, at);
  return typeof value === 'number' ? numberValue(value, at) : boolValue(value, at);
}
