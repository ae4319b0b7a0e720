/**
 * What the agent's decoder hands on unread — config entries, CA settings, watches — has separate readers, which are
 * lenient. This brings their leniencies into the one form that the schemas know, and leaves what is wrong as it is.
 */

import type { BlockKind, Kind, ListKind, MapKind, ScalarKind, VariantKind } from '../options/kinds.ts';
import { member as memberOf } from '../options/lookup.ts';
import { tagKeys } from '../options/releases/release-keys.ts';
import { visitKind, visitScalar } from '../options/visit.ts';
import { listValue, type Scalar, scalarValue } from '../text/tree/make.ts';
import type { Member, ObjectValue, Value } from '../text/tree/value.ts';
import { own } from '../util/collections.ts';

/** `value` has been decoded; keys and types of the agent's own options are settled already. */
export function normalizeValue(value: Value, kind: Kind): Value {
  return walk(value, kind, { unread: false, weak: false });
}

/** Of the block around the value. */
interface Reading {
  /** One-element lists have been taken off, and nulls are still there. */
  readonly unread: boolean;
  /** Keys have two spellings, and types are converted. */
  readonly weak: boolean;
}

const weakly: Reading = { unread: true, weak: true };

const walk = (value: Value, kind: Kind, reading: Reading): Value =>
  visitKind(kind, {
    any: () => value,
    list: (wanted) => list(value, wanted, reading),
    map: (wanted) => map(value, wanted, reading),
    block: (wanted) => block(value, wanted, reading),
    variant: (wanted) => variant(value, wanted),
    scalar: (wanted) => (reading.weak ? scalar(value, wanted) : value),
  });

function list(value: Value, kind: ListKind, reading: Reading): Value {
  const given = value.kind === 'list' || !reading.unread ? value : listValue([value], value);
  if (given.kind !== 'list') return given;
  return { ...given, items: given.items.map((item) => walk(item, kind.of, reading)) };
}

function map(value: Value, kind: MapKind, reading: Reading): Value {
  return value.kind === 'object' ? eachMember(value, (member) => [member.name, kind.of], reading) : value;
}

function block(value: Value, kind: BlockKind, around: Reading): Value {
  const { weak = around.weak } = kind;
  const reading = { unread: around.unread || kind.free !== undefined, weak };
  const only = reading.unread && value.kind === 'list' && value.items.length === 1 ? value.items[0]! : value;
  if (only.kind !== 'object') return only;
  const section = kind.section();
  return eachMember(
    only,
    ({ name }) => {
      const hit = memberOf(section, name);
      return hit && (weak || hit.name === name) ? [hit.name, hit.option.kind] : [name, undefined];
    },
    reading,
  );
}

function variant(value: Value, kind: VariantKind): Value {
  if (value.kind !== 'object') return value;
  const tag = tagKeys(kind).flatMap((name) => value.members.get(name)?.value ?? [])[0];
  const known = tag?.kind === 'string' ? own(kind.variants, tag.value) : undefined;
  return known ? block(value, known.block, weakly) : value;
}

/** `look` gives the name under which a member is kept, and its kind where there is one. */
function eachMember(
  object: ObjectValue,
  look: (member: Member) => readonly [name: string, kind: Kind | undefined],
  reading: Reading,
): ObjectValue {
  const members = new Map<string, Member>();
  for (const member of object.members.values()) {
    if (reading.unread && member.value.kind === 'null') continue;
    const [name, kind] = look(member);
    const value = kind ? walk(member.value, kind, reading) : member.value;
    // Of two spellings of one key, the second keeps its own.
    const key = members.has(name) ? member.name : name;
    members.set(key, { ...member, name: key, value });
  }
  return { ...object, members };
}

function scalar(value: Value, kind: ScalarKind): Value {
  const converted = visitScalar<Scalar | undefined>(kind, {
    string: () => textOf(value, kind),
    bool: () => truthOf(value),
    number: () => numberOf(value),
  });
  return converted === undefined ? value : scalarValue(converted, value);
}

/** A number is read as its digits, and as nanoseconds where a duration is expected. */
function textOf(value: Value, { name }: ScalarKind): string | undefined {
  if (value.kind === 'bool') return value.value ? '1' : '0';
  if (value.kind !== 'number') return undefined;
  return name === 'duration' ? `${Math.trunc(value.value)}ns` : String(value.value);
}

const truths = new Map([
  ...['1', 't', 'T', 'TRUE', 'true', 'True'].map((text) => [text, true] as const),
  ...['', '0', 'f', 'F', 'FALSE', 'false', 'False'].map((text) => [text, false] as const),
]);

function truthOf(value: Value): boolean | undefined {
  if (value.kind === 'number') return value.value !== 0;
  return value.kind === 'string' ? truths.get(value.value) : undefined;
}

function numberOf(value: Value): number | undefined {
  if (value.kind === 'bool') return value.value ? 1 : 0;
  if (value.kind !== 'string') return undefined;
  return /^-?[0-9]+(?:\.[0-9]+)?$/.test(value.value) ? Number(value.value) : undefined;
}
