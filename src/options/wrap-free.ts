/**
 * For values that are to be written as HCL. There an object in a free-form map is a block, that is a list of one: an agent
 * takes it off, and with it every list of one below. Such a list is written in another list. A list right in the free-form
 * map loses its layer in JSON too, and means the same in both.
 */

import { copyMembers } from '../text/tree/copy-members.ts';
import { listValue } from '../text/tree/make.ts';
import type { ListValue, Member, ObjectValue, Value } from '../text/tree/value.ts';
import { own } from '../util/collections.ts';
import { freeForm } from './generated/free-form.ts';

/** The same configuration, in the form in which an agent reads it from HCL. */
export const wrapFree = (root: ObjectValue): ObjectValue => wrapBlock(root, 'Agent');

/** Blocks are as deep as the option table; what is free-form may be deeper than calls. */
const wrapBlock = (object: ObjectValue, name: string): ObjectValue =>
  mapMembers(object, (value, key) => {
    const place = own(own(freeForm, name) ?? {}, key);
    return place === undefined ? value : wrapAt(value, place);
  });

/** @param place `[]` before what the items of a list are, `{}` before what the values of a map are; see `freeForm` */
function wrapAt(value: Value, place: string): Value {
  if (place.startsWith('[]')) return mapItems(value, (item) => wrapAt(item, place.slice(2)));
  if (place.startsWith('{}'))
    return value.kind === 'object' ? mapMembers(value, (member) => wrapAt(member, place.slice(2))) : value;
  if (place === 'any') return value.kind === 'object' ? wrapped(value) : value;
  return value.kind === 'object'
    ? wrapBlock(value, place)
    : mapItems(value, (item) => (item.kind === 'object' ? wrapBlock(item, place) : item));
}

const wrapped = (root: ObjectValue): Value =>
  copyMembers(root, (value, copyOf) => inList(copyOf(value), value));

/** Repeated blocks are written as blocks, which the reader of one does not take for a list. */
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
