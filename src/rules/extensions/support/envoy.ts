import { own } from '../../../util/collections.ts';
import { quote } from '../../message.ts';
/** Fields of Envoy's messages: which of them a patch can reach, and which values they take. */

import { existsIn } from '../../../options/releases/versions.ts';
import type { Value } from '../../../text/tree/value.ts';
import fields from './envoy-fields.json' with { type: 'json' };
import type { ExtensionContext } from './extension.ts';

/** Names and types of a message's fields, or names and numbers of an enum's values. */
type Table = Readonly<Record<string, string | number>>;

const tables: Readonly<Record<string, Table>> = fields;

export const messageOf = (name: string): Table => tables[name] ?? {};

export interface Patch {
  readonly path: string;
  /** Undefined for a removal. */
  readonly value: Value | undefined;
}

export interface PatchFault {
  readonly on: 'Path' | 'Value';
  readonly message: string;
}

export function patchFault(patch: Patch, root: Table, context: ExtensionContext): PatchFault | undefined {
  const field = fieldAt(patch.path, root, context.version);
  if (typeof field === 'object') return field;
  const wrong = patch.value && valueFault(patch.value, field, context);
  return wrong === undefined ? undefined : { on: 'Value', message: wrong };
}

const wrongPath = (message: string): PatchFault => ({ on: 'Path', message });

/** The type of the field that a path ends at. */
function fieldAt(path: string, root: Table, version: string): string | PatchFault {
  const names = path.replace(/^\/+/, '').split('/');
  let message = root;
  let type = '';
  for (const [i, name] of names.entries()) {
    if (i > 0) {
      const isMessage = type !== 'google.protobuf.Any' && isMessageType(type);
      if (!isMessage)
        return wrongPath(`goes below ${quote(names[i - 1] ?? '')}, which has no fields to patch`);
      message = messageOf(type);
    }
    const next = typeIn(message, name, version);
    if (next === undefined)
      return wrongPath(
        name === '' ? 'must name a field, as in /connect_timeout' : unknown(name, message, version),
      );
    type = next;
  }
  return type;
}

const shown = 10;

function unknown(name: string, message: Table, version: string): string {
  const known = Object.keys(message).filter((key) => typeIn(message, key, version) !== undefined);
  const more = known.length > shown ? ', …' : '';
  return `contains ${quote(name)}, which is not a field there; write one of ${known.slice(0, shown).join(', ')}${more}`;
}

/** A type may end in `since 1.19` or `before 1.22`: the releases of Consul that are built with the field. */
function typeIn(message: Table, name: string, version: string): string | undefined {
  const written = own(message, name);
  if (typeof written !== 'string') return undefined;
  const [type = '', word, release = ''] = written.split(' ');
  const range = word === undefined ? {} : { [word]: release };
  return existsIn(range, version) ? type : undefined;
}

const isEnum = (type: string): boolean => typeof Object.values(messageOf(type))[0] === 'number';

const isMessageType = (type: string): boolean => type.includes('.') && !isEnum(type);

/** An object sets the fields of a message; anything else must fit the field itself. */
function valueFault(value: Value, type: string, context: ExtensionContext): string | undefined {
  if (value.kind !== 'object' || !isMessageType(type)) return scalarFault(value, type, context);
  const message = messageOf(type);
  for (const { name, value: member } of value.members.values()) {
    const field = typeIn(message, name, context.version);
    if (field === undefined) return unknown(name, message, context.version);
    const wrong = scalarFault(member, field, context);
    if (wrong !== undefined) return `${wrong} (${name})`;
  }
  return undefined;
}

const wrappers: Readonly<Record<string, string>> = {
  'google.protobuf.BoolValue': 'bool',
  'google.protobuf.StringValue': 'string',
  'google.protobuf.FloatValue': 'float',
  'google.protobuf.DoubleValue': 'double',
  'google.protobuf.Int32Value': 'int32',
  'google.protobuf.Int64Value': 'int64',
  'google.protobuf.UInt32Value': 'uint32',
  'google.protobuf.UInt64Value': 'uint64',
};

function scalarFault(value: Value, type: string, context: ExtensionContext): string | undefined {
  if (isEnum(type)) return enumFault(value, messageOf(type), context);
  const scalar = wrappers[type] ?? type;
  switch (scalar) {
    case 'bool':
      return value.kind === 'bool' ? undefined : 'must be true or false for this field';
    case 'string':
      return value.kind === 'string' ? undefined : 'must be a string for this field';
    case 'list':
    case 'map':
    case 'bytes':
      return `cannot be set: the field is of type ${scalar}, which patches do not support`;
    default:
      if (scalar.includes('.')) return `must be an object with fields of ${type}`;
      return value.kind === 'number' ? undefined : 'must be a number for this field';
  }
}

function enumFault(value: Value, values: Table, { isWhole }: ExtensionContext): string | undefined {
  if (value.kind === 'string' && Object.hasOwn(values, value.value)) return undefined;
  const isNumber = value.kind === 'number' && isWhole(value);
  if (isNumber && Object.values(values).includes(value.value)) return undefined;
  return `must be one of ${Object.keys(values).join(', ')}`;
}
