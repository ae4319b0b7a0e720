/** One service laid over another, as `extends` and further files do it: lists add up by what they are about, other values replace. */
import { itemsOf, membersOf, textIn } from '../../text/tree/read.ts';
import type { ListValue, Member, ObjectValue, Value } from '../../text/tree/value.ts';

export function overlaid(base: ObjectValue, over: ObjectValue): ObjectValue {
  const members = new Map(base.members);
  for (const member of over.members.values()) {
    const below = members.get(member.name);
    members.set(
      member.name,
      below ? { ...member, value: both(member.name, below.value, member.value) } : member,
    );
  }
  return { ...over, members };
}

/** Of these the value above replaces the one below, whatever they are. */
const replacing = new Set(['command', 'entrypoint', 'image', 'build']);

/** Lists of pairs, which may be written as mappings too. */
const pairs = new Set(['environment', 'labels', 'extra_hosts']);

function both(name: string, below: Value, above: Value): Value {
  if (replacing.has(name)) return above;
  if (pairs.has(name)) return paired(below, above);
  if (below.kind === 'object' && above.kind === 'object') return overlaid(below, above);
  if (below.kind === 'list' && above.kind === 'list') return appended(name, below, above);
  return above;
}

function paired(below: Value, above: Value): Value {
  const members = new Map<string, Member>();
  for (const member of [...pairsOf(below), ...pairsOf(above)]) members.set(member.name, member);
  const { source, start, end } = above;
  return { kind: 'object', source, start, end, members };
}

/** `NAME=value` and `NAME: value`; a name alone has the value of the machine, as null has. */
export function pairsOf(value: Value | undefined): readonly Member[] {
  if (value?.kind === 'object') return membersOf(value);
  return itemsOf(value).flatMap((item): Member[] => {
    if (item.kind !== 'string') return [];
    const equals = item.value.indexOf('=');
    const name = equals < 0 ? item.value : item.value.slice(0, equals);
    const { source, start, end } = item;
    return [
      { name, key: { source, start, end }, value: equals < 0 ? { kind: 'null', source, start, end } : item },
    ];
  });
}

/** Of volumes the one above replaces what has the same target. */
function appended(name: string, below: ListValue, above: ListValue): ListValue {
  const targets = new Set(above.items.map(targetOf));
  const kept = name === 'volumes' ? below.items.filter((item) => !targets.has(targetOf(item))) : below.items;
  return { ...above, items: [...kept, ...above.items] };
}

const targetOf = (item: Value): string | undefined =>
  item.kind === 'object' ? textIn(item.members.get('target')?.value) : textIn(item)?.split(':')[1];
