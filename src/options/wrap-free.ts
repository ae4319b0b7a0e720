/**
 * For values that are to be written as HCL. There an object in a free-form map is a block,
 * that is a list of one: an agent takes it off, and with it every list of one below. Such a list is written in another
 * list. A list right in the free-form map loses its layer in JSON too, and means the same in both.
 */

import { listValue } from '../text/tree/make.ts';
import type { ListValue, Member, ObjectValue, Value } from '../text/tree/value.ts';
import { own } from '../util/collections.ts';
import { agent } from './agent.ts';
import type { Kind } from './kinds.ts';
import type { Section } from './option.ts';

/** The same configuration, in the form in which an agent reads it from HCL. */
export const wrapFree = (root: ObjectValue): ObjectValue => wrapSection(root, agent);

function wrapSection(object: ObjectValue, section: Section): ObjectValue {
  return mapMembers(object, (value, name) => {
    const option = own(section, name);
    return option ? wrapKind(value, option.kind) : value;
  });
}

/** Sections are as deep as the option table; what is free-form may be deeper than calls. */
function wrapKind(value: Value, kind: Kind): Value {
  switch (kind.shape) {
    case 'list':
      return mapItems(value, (item) => wrapKind(item, kind.of));
    case 'map':
      return value.kind === 'object' ? mapMembers(value, (member) => wrapKind(member, kind.of)) : value;
    case 'block':
      if (kind.free) return wrapMembers(value);
      return value.kind === 'object'
        ? wrapSection(value, kind.section())
        : mapItems(value, (item) => (item.kind === 'object' ? wrapSection(item, kind.section()) : item));
    case 'variant':
      return wrapMembers(value);
    case 'any':
      return value.kind === 'object' ? wrapped(value) : value;
    default:
      return value;
  }
}

const wrapMembers = (value: Value): Value =>
  value.kind === 'object' ? mapMembers(value, (member) => wrapKind(member, anyKind)) : value;

const anyKind: Kind = { shape: 'any', name: 'any' };

/** Keeps its own stack. */
function wrapped(root: ObjectValue): Value {
  const tasks: (() => void)[] = [];
  const copyOf = (value: Value): Value => {
    if (value.kind === 'list') {
      const items: Value[] = [];
      tasks.push(() => {
        for (const item of value.items) items.push(copyOf(item));
      });
      return { ...value, items };
    }
    if (value.kind !== 'object') return value;
    const members = new Map<string, Member>();
    tasks.push(() => {
      for (const [name, member] of value.members)
        members.set(name, { ...member, value: inList(copyOf(member.value), member.value) });
    });
    return { ...value, members };
  };
  const copy = copyOf(root);
  for (let task = tasks.pop(); task; task = tasks.pop()) task();
  return copy;
}

/** Repeated blocks are written as blocks, which are no list to the reader of one. */
const inList = (copy: Value, value: Value): Value =>
  value.kind === 'list' && value.items.length === 1 && !value.blocks ? listValue([copy], value) : copy;

function mapItems(value: Value, change: (item: Value) => Value): Value {
  if (value.kind !== 'list') return value;
  const items = value.items.map(change);
  return items.every((item, i) => item === value.items[i]) ? value : ({ ...value, items } as ListValue);
}

function mapMembers(object: ObjectValue, change: (value: Value, name: string) => Value): ObjectValue {
  let isSame = true;
  const members = new Map<string, Member>();
  for (const [name, member] of object.members) {
    const value = change(member.value, member.name);
    isSame &&= value === member.value;
    members.set(name, value === member.value ? member : { ...member, value });
  }
  return isSame ? object : { ...object, members };
}
