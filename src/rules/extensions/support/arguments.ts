/**
 * Arguments of Envoy extensions. Keys are the field names of Go structs in any letter case; keys that no field has are
 * ignored. Most extensions decode strictly: a string is not a number, an object is not a list of one.
 */

import { crashes, unwrap, unwrapFree } from '../../../model/decode/unwrap.ts';
import { weakScalar } from '../../../model/decode/weak-scalars.ts';
import type { ScalarKind } from '../../../options/kinds.ts';
import { listValue } from '../../../text/tree/make.ts';
import type { Member, ObjectValue, Value } from '../../../text/tree/value.ts';
import { memberPath } from '../../../util/text.ts';

export type Shape = Scalar | 'any' | { readonly list: Shape } | { readonly map: Shape } | Fields;

type Scalar = 'text' | 'truth' | 'whole' | 'natural';

export interface Fields {
  readonly fields: Readonly<Record<string, Shape>>;
}

export interface Decoding {
  /** One-element lists are read as their element, and scalars are converted. */
  readonly lenient: boolean;
  /** A value of another type than the field; `path` is below the arguments. */
  readonly onFault: (at: Value, path: string, wants: string) => void;
}

/** The arguments with the names of the fields, without nulls and without what has the wrong type. */
export function decodeFields(
  raw: ObjectValue,
  { fields }: Fields,
  decoding: Decoding,
  path = '',
): ObjectValue {
  const members = new Map<string, Member>();
  for (const [name, shape] of Object.entries(fields)) {
    const member = raw.members.get(name) ?? folded(raw, name);
    const value = member && decode(member.value, shape, decoding, memberPath(path, name));
    if (value) members.set(name, { name, key: member.key, value });
  }
  return { ...raw, members };
}

function folded({ members }: ObjectValue, name: string): Member | undefined {
  const lower = name.toLowerCase();
  for (const member of members.values()) if (member.name.toLowerCase() === lower) return member;
  return undefined;
}

function decode(value: Value, shape: Shape, decoding: Decoding, path: string): Value | undefined {
  if (value.kind === 'null') return undefined;
  if (shape === 'any') return decodeAny(value, decoding, path);
  if (typeof shape === 'object' && 'list' in shape) return decodeList(value, shape.list, decoding, path);
  const inner = decoding.lenient ? unwrap(value, 1) : value;
  if (typeof shape === 'string') return scalar(inner, shape, decoding, path);
  if (inner.kind !== 'object') return fault(inner, path, 'an object', decoding);
  return 'map' in shape
    ? decodeMap(inner, shape.map, decoding, path)
    : decodeFields(inner, shape, decoding, path);
}

function decodeAny(value: Value, decoding: Decoding, path: string): Value | undefined {
  if (!decoding.lenient) return value;
  return crashes(value) ? fault(value, path, 'something other than [null]', decoding) : unwrapFree(value);
}

function fault(at: Value, path: string, wants: string, { onFault }: Decoding): undefined {
  onFault(at, path, wants);
  return undefined;
}

function decodeList(value: Value, of: Shape, decoding: Decoding, path: string): Value | undefined {
  if (value.kind !== 'list' && !decoding.lenient) return fault(value, path, 'a list', decoding);
  const isEmpty = value.kind === 'object' && value.members.size === 0;
  const given = value.kind === 'list' ? value.items : isEmpty ? [] : [value];
  const items = given.map((item, i) => decode(item, of, decoding, `${path}[${i}]`) ?? item);
  return listValue(items, value);
}

function decodeMap(value: ObjectValue, of: Shape, decoding: Decoding, path: string): ObjectValue {
  for (const { name, value: member } of value.members.values())
    decode(member, of, decoding, memberPath(path, name));
  return value;
}

const scalars: Readonly<Record<Scalar, { readonly shape: ScalarKind['shape']; readonly wants: string }>> = {
  text: { shape: 'string', wants: 'a string' },
  truth: { shape: 'bool', wants: 'true or false' },
  whole: { shape: 'int', wants: 'a number' },
  natural: { shape: 'uint', wants: 'a number that is not negative' },
};

function scalar(value: Value, shape: Scalar, decoding: Decoding, path: string): Value | undefined {
  const { shape: type, wants } = scalars[shape];
  const converted = decoding.lenient ? weakScalar(value, type) : hasType(value, shape) ? value : undefined;
  return converted ?? fault(value, path, wants, decoding);
}

function hasType(value: Value, shape: Scalar): boolean {
  if (value.kind === 'number') return shape === 'whole' || (shape === 'natural' && value.value >= 0);
  return value.kind === scalars[shape].shape;
}
