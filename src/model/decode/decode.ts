/**
 * From what a file says to what the agent understands: keys matched to options whatever their letter case, aliases
 * translated, one-element lists taken off, nulls dropped, fractions cut. Everything that the agent's strict decoder
 * refuses becomes a finding, and the value is left out, so that later checks see only what was understood.
 */

import type { Finding } from '../../finding.ts';
import type { BlockKind, Kind, ListKind, MapKind, ScalarKind, VariantKind } from '../../options/kinds.ts';
import type { Option, Section } from '../../options/option.ts';
import { isBarePlaceholder } from '../../text/bare-problems.ts';
import { spanOf } from '../../text/source/source.ts';
import type { ListValue, Member, NumberValue, ObjectValue, Value } from '../../text/tree/value.ts';
import { memberPath } from '../../util/text.ts';
import { bareValue } from './bare.ts';
import { crashing, listTwice, truncated, wrongType } from './decode-findings.ts';
import { type Match, matchMembers } from './match.ts';
import { placeholderIn, refusedPlaceholder } from './placeholder.ts';
import { crashes, type Layers, unwrap, unwrapFree } from './unwrap.ts';
import { zeroValue } from './wants.ts';
import { toInteger } from './weak-scalars.ts';

export interface Decoding {
  readonly value: ObjectValue;
  readonly findings: readonly Finding[];
}

/** Decodes the root object of a file by the options of `version`, such as `1.16` or `1.20.2`. */
export function decodeConfig(raw: ObjectValue, root: Section, version: string): Decoding {
  const findings: Finding[] = [];
  const value = decodeMembers({ findings, version }, raw, root, { path: '', pointer: false });
  return { value, findings };
}

interface Context {
  readonly findings: Finding[];
  readonly version: string;
}

/** Where in the configuration we are. */
interface PathContext {
  readonly path: string;
  /** Below a list element, or below a block that Consul holds by pointer: every block there is a pointer too. */
  readonly pointer: boolean;
}

/** A place for a value, and the option that it is a value of, or a part of one. */
interface Slot extends PathContext {
  readonly option: Option;
}

function decodeMembers(
  context: Context,
  raw: ObjectValue,
  section: Section,
  place: PathContext,
): ObjectValue {
  const members = new Map<string, Member>();
  for (const match of matchMembers(raw, section, place.path, context)) {
    const { name, member } = match;
    const value = decodeMember(context, match, place);
    if (!value) continue;
    // Most members of most files are what they are decoded to.
    const isSame = value === member.value && name === member.name;
    members.set(name, isSame ? member : { name, key: member.key, value });
  }
  return { kind: 'object', source: raw.source, start: raw.start, end: raw.end, members };
}

function decodeMember(
  context: Context,
  { name, option, member }: Match,
  parent: PathContext,
): Value | undefined {
  if (member.value.kind === 'null') return undefined;
  const { kind } = option;
  if (isAsWanted(kind, member.value, option)) return member.value;
  const slot = { path: memberPath(parent.path, name), pointer: parent.pointer, option };
  if (kind.shape === 'block' && !kind.free) {
    const pointer = parent.pointer || kind.replaced === true;
    return decodeBlock(context, kind, member.value, { ...slot, pointer }, pointer ? 2 : 1);
  }
  return decode(context, kind, member.value, slot, option.byValue ? 1 : 2);
}

function decode(
  context: Context,
  kind: Kind,
  value: Value,
  slot: Slot,
  scalarLayers: Layers,
): Value | undefined {
  // A switch, since this runs for each value, and the functions of a visitor would be made each time.
  switch (kind.shape) {
    case 'list':
      return decodeList(context, kind, value, slot);
    case 'map':
      return decodeMap(context, kind, value, slot);
    case 'block':
      return kind.free ? decodeFree(context, kind, value, slot) : decodeBlock(context, kind, value, slot, 1);
    case 'variant':
      return decodeFree(context, kind, value, slot);
    case 'any':
      return decodeAny(context, value, slot);
    default:
      return decodeScalar(context, kind, value, slot, scalarLayers);
  }
}

function decodeBlock(
  context: Context,
  kind: BlockKind,
  value: Value,
  slot: Slot,
  layers: Layers,
): Value | undefined {
  const inner = unwrap(value, layers);
  if (inner.kind === 'object') return decodeMembers(context, inner, kind.section(), slot);
  if (
    inner.kind === 'list' &&
    inner.items.length > 1 &&
    inner.items.every((item) => item.kind === 'object')
  ) {
    context.findings.push(listTwice(inner, slot.path));
    return undefined;
  }
  return refuse(context, kind, inner, slot);
}

function decodeList(context: Context, kind: ListKind, value: Value, slot: Slot): ListValue | undefined {
  if (value.kind !== 'list') return refuse(context, kind, value, slot);
  if (value.items.every((item) => isAsWanted(kind.of, item, slot.option))) return value;
  const items: Value[] = [];
  for (const [i, item] of value.items.entries()) {
    const at = { path: `${slot.path}[${i}]`, pointer: true, option: slot.option };
    const decoded = decodeElement(context, kind.of, item, at);
    if (decoded) items.push(decoded);
  }
  return { ...value, items };
}

/** A text, or true or false, as the option wants it: most values by far. A secret has still to be marked. */
const isAsWanted = ({ shape }: Kind, value: Value, { secret }: Option): boolean =>
  shape === value.kind && (value.kind === 'bool' || (value.kind === 'string' && !secret && !value.bare));

function decodeMap(context: Context, kind: MapKind, value: Value, slot: Slot): ObjectValue | undefined {
  const inner = unwrap(value, 1);
  if (inner.kind !== 'object') return refuse(context, kind, inner, slot);
  const members = new Map<string, Member>();
  for (const [name, member] of inner.members) {
    const at = { path: memberPath(slot.path, name), pointer: true, option: slot.option };
    const decoded = decodeElement(context, kind.of, member.value, at);
    if (decoded) members.set(name, decoded === member.value ? member : { ...member, value: decoded });
  }
  return { ...inner, members };
}

/** An element of a list or a map: null is read as the empty value of its kind. */
function decodeElement(context: Context, kind: Kind, value: Value, slot: Slot): Value | undefined {
  if (value.kind === 'null') return zeroValue(kind, value);
  return decode(context, kind, value, slot, 1);
}

/** A map whose content is handed on unread. */
function decodeFree(
  context: Context,
  kind: BlockKind | VariantKind,
  value: Value,
  slot: Slot,
): ObjectValue | undefined {
  const inner = unwrap(value, 1);
  if (inner.kind !== 'object') return refuse(context, kind, inner, slot);
  const members = new Map<string, Member>();
  for (const [name, member] of inner.members) {
    const decoded = decodeAny(context, member.value, { ...slot, path: memberPath(slot.path, name) });
    if (decoded) members.set(name, decoded === member.value ? member : { ...member, value: decoded });
  }
  return { ...inner, members };
}

function decodeAny(context: Context, value: Value, slot: Slot): Value | undefined {
  if (!crashes(value)) return unwrapFree(value);
  context.findings.push(crashing(value, slot.path));
  return undefined;
}

function decodeScalar(
  context: Context,
  kind: ScalarKind,
  value: Value,
  slot: Slot,
  layers: Layers,
): Value | undefined {
  const inner = unwrap(value, layers);
  if (!hasShape(inner, kind)) return refuse(context, kind, inner, slot);
  if (inner.kind === 'string' && inner.bare)
    context.findings.push(bareValue(kind, inner, { ...slot, version: context.version }));
  return inner.kind === 'number' && kind.shape !== 'float' ? wholeNumber(context, inner, slot) : inner;
}

function hasShape(value: Value, { shape }: ScalarKind): boolean {
  if (value.kind !== 'number') return value.kind === shape;
  return shape !== 'string' && shape !== 'bool' && !(shape === 'uint' && value.value < 0);
}

/** Go cuts a fraction. */
function wholeNumber(context: Context, value: NumberValue, slot: Slot): NumberValue {
  const whole = toInteger(value.value);
  if (whole === value.value) return value;
  if (Number.isFinite(value.value)) context.findings.push(truncated(value, whole, slot.path));
  return { ...value, value: whole, integer: true };
}

function refuse(context: Context, kind: Kind, value: Value, slot: Slot): undefined {
  const { findings, version } = context;
  const place = { ...slot, version };
  const isBare = value.kind === 'string' && value.bare;
  const placeholder = value.kind === 'string' && !isBare && placeholderIn(kind, place, value);
  if (isBare) findings.push(bareValue(kind, value, place));
  else if (placeholder) findings.push(refusedPlaceholder(placeholder, kind, value, place));
  else if (value.kind === 'null') findings.push(crashing(value, slot.path));
  else if (!isBracedPlaceholder(value))
    findings.push(wrongType(kind, value, slot.path, slot.option, version));
  return undefined;
}

/** `{ YOUR_IP }` and `{ ... }`: the parser reports it, since no block is like that. */
function isBracedPlaceholder(value: Value): boolean {
  if (value.kind !== 'object' || value.members.size > 1) return false;
  const { source, start, end } = spanOf(value);
  return isBarePlaceholder(source.text.slice(start + 1, end - 1).trim());
}
