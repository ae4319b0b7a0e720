/**
 * Arguments of Envoy extensions. Keys are the field names of Go structs in any letter case; keys that no field has are
 * ignored. Most extensions decode strictly: a string is not a number, an object is not a list of one.
 */

import { crashes, unwrap, unwrapFree } from '../../../model/decode/unwrap.ts';
import { weakBool, weakNumber, weakText } from '../../../model/decode/weak-scalars.ts';
import { join } from '../../../model/value-path.ts';
import { spanOf } from '../../../text/source/source.ts';
import type { Member, ObjectValue, Value } from '../../../text/tree/value.ts';

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
    const value = member && decode(member.value, shape, decoding, join(path, name));
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
  return { kind: 'list', items, blocks: false, ...spanOf(value) };
}

function decodeMap(value: ObjectValue, of: Shape, decoding: Decoding, path: string): ObjectValue {
  for (const { name, value: member } of value.members.values())
    decode(member, of, decoding, join(path, name));
  return value;
}

const wanted: Readonly<Record<Scalar, string>> = {
  text: 'a string',
  truth: 'true or false',
  whole: 'a number',
  natural: 'a number that is not negative',
};

function scalar(value: Value, shape: Scalar, decoding: Decoding, path: string): Value | undefined {
  const converted = decoding.lenient ? lenient(value, shape) : strict(value, shape);
  return converted ?? fault(value, path, wanted[shape], decoding);
}

function strict(value: Value, shape: Scalar): Value | undefined {
  switch (shape) {
    case 'text':
      return value.kind === 'string' ? value : undefined;
    case 'truth':
      return value.kind === 'bool' ? value : undefined;
    case 'whole':
      return value.kind === 'number' ? value : undefined;
    case 'natural':
      return value.kind === 'number' && value.value >= 0 ? value : undefined;
  }
}

function lenient(value: Value, shape: Scalar): Value | undefined {
  if (shape === 'text') {
    const text = weakText(value);
    return text === undefined ? undefined : { kind: 'string', value: text, ...spanOf(value) };
  }
  if (shape === 'truth') {
    const truth = weakBool(value);
    return truth === undefined ? undefined : { kind: 'bool', value: truth, ...spanOf(value) };
  }
  const number = weakNumber(value, shape === 'natural' ? 'uint' : 'int');
  return number === undefined
    ? undefined
    : { kind: 'number', value: number, integer: true, ...spanOf(value) };
}
