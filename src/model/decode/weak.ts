/**
 * The second, lenient decoding that config entries and the CA's settings go through: numbers for strings and the
 * reverse, a scalar for a list of one, keys by their Go name or its snake_case alias, in any letter case.
 */

import { duration as durationKind } from '../../options/grammars/time.ts';
import type { BlockKind, Kind, ListKind, MapKind, ScalarKind } from '../../options/kinds.ts';
import type { Option, Section } from '../../options/option.ts';
import { knownIn } from '../../options/releases/versions.ts';
import { visitKind } from '../../options/visit.ts';
import { emptyObject, listValue, numberValue, objectValue } from '../../text/tree/make.ts';
import type { ListValue, Member, ObjectValue, Value } from '../../text/tree/value.ts';
import { memberPath } from '../../util/text.ts';
import { parseDuration } from '../grammar/duration.ts';
import { crashes, unwrap, unwrapFree } from './unwrap.ts';
import { wantsOf, zeroValue } from './wants.ts';
import type { Below, WeakFault, WeakOptions } from './weak-fault.ts';
import { matched } from './weak-match.ts';
import { weakNumber, weakScalar } from './weak-scalars.ts';

/** The object with canonical keys and values of the types that the section wants; faulty ones are left out. */
export function decodeWeak(
  raw: ObjectValue,
  section: Section,
  options: WeakOptions,
  path: string,
): ObjectValue {
  const { also, ...below } = options;
  return decodeMembers(raw, section, below, path, also);
}

function decodeMembers(
  raw: ObjectValue,
  section: Section,
  options: Below,
  path: string,
  also: readonly string[] = [],
): ObjectValue {
  const members = new Map<string, Member>();
  for (const [name, { option, member }] of matched(raw, section, options, path, also)) {
    const refusal = refusalOf(option, options.version);
    const at = memberPath(path, name);
    if (refusal)
      options.onFault({ code: refusal, path: memberPath(path, member.name), at: member.key, option });
    else if (member.value.kind !== 'null') {
      const value = convert(member.value, option.kind, options, at);
      if (value) members.set(name, { name, key: member.key, value });
    }
  }
  return { ...raw, members };
}

function refusalOf(option: Option, version: string): 'version' | 'enterprise' | undefined {
  if (!knownIn(option, version)) return 'version';
  return option.enterprise === 'unknown' ? 'enterprise' : undefined;
}

function convert(value: Value, kind: Kind, options: Below, path: string): Value | undefined {
  return visitKind<Value | undefined>(kind, {
    any: () => (options.open ? value : convertAny(value, options, path)),
    list: (list) => convertList(value, list, options, path),
    map: (map) => convertMap(value, map, options, path),
    block: (block) => convertBlock(value, block, options, path),
    variant: () => mistyped(value, kind, options, path),
    scalar: (scalar) => convertScalar(value, scalar, options, path),
  });
}

function convertBlock(value: Value, kind: BlockKind, options: Below, path: string): Value | undefined {
  const inner = options.open ? value : unwrap(value, 2);
  if (inner.kind === 'null') return fault('crash', inner, options, path);
  if (inner.kind !== 'object') return mistyped(inner, kind, options, path);
  return decodeMembers(inner, kind.section(), options, path);
}

function convertAny(value: Value, options: Below, path: string): Value | undefined {
  return crashes(value) ? fault('crash', value, options, path) : unwrapFree(value);
}

function fault(code: WeakFault['code'], at: Value, { onFault }: Below, path: string): undefined {
  onFault({ code, path, at });
  return undefined;
}

function mistyped(at: Value, kind: Kind, { onFault }: Below, path: string): undefined {
  onFault({ code: 'type', path, at, wants: wantsOf(kind) });
  return undefined;
}

/** An empty map is read as an empty list; anything else that is not a list, as a list of itself. */
function convertList(value: Value, kind: ListKind, options: Below, path: string): ListValue {
  const isEmpty = value.kind === 'object' && value.members.size === 0;
  const given = value.kind === 'list' ? value.items : isEmpty ? [] : [value];
  const items: Value[] = [];
  for (const [i, item] of given.entries()) {
    const at = `${path}[${i}]`;
    const converted =
      item.kind === 'null' ? zeroOf(item, kind.of, options, at) : convert(item, kind.of, options, at);
    if (converted) items.push(converted);
  }
  return listValue(items, value);
}

/** Lists whose elements Consul holds by pointer: it crashes on a null in them. */
const pointerLists = /\.(?:overrides|sources|permissions|providers|verify_claims|locations)\[\d+\]$/;

function zeroOf(at: Value, kind: Kind, options: Below, path: string): Value | undefined {
  if (pointerLists.test(path)) return fault('crash', at, options, path);
  return kind.shape === 'any' ? emptyObject(at) : zeroValue(kind, at);
}

function convertMap(value: Value, kind: MapKind, options: Below, path: string): ObjectValue | undefined {
  const inner = options.open ? value : unwrap(value, 1);
  const objects = inner.kind === 'list' ? inner.items : [inner];
  const members = new Map<string, Member>();
  for (const object of objects) {
    if (object.kind !== 'object') return mistyped(object, kind, options, path);
    for (const member of object.members.values()) {
      const at = memberPath(path, member.name);
      const isNull = member.value.kind === 'null' && kind.of.shape !== 'any';
      const converted = isNull
        ? zeroOf(member.value, kind.of, options, at)
        : convert(member.value, kind.of, options, at);
      if (converted) members.set(member.name, { ...member, value: converted });
    }
  }
  return objectValue(members, inner);
}

function convertScalar(value: Value, kind: ScalarKind, options: Below, path: string): Value | undefined {
  const inner = options.open ? value : unwrap(value, 1);
  if (inner.kind === 'null') return fault('crash', inner, options, path);
  const converted = isDuration(kind) ? weakDuration(inner) : weakScalar(inner, kind.shape);
  return converted ?? mistyped(inner, kind, options, path);
}

const isDuration = (kind: ScalarKind): boolean => kind.pattern === durationKind.pattern;

/** Text in Go's grammar, or whole nanoseconds; the result is nanoseconds as a number. */
function weakDuration(value: Value): Value | undefined {
  const time = value.kind === 'string' ? parseDuration(value.value) : weakNumber(value, 'int');
  return time === undefined ? undefined : numberValue(Number(time), value);
}
