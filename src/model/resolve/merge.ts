/**
 * Laying one file over another, as the agent does: scalars are replaced, lists appended, maps overlaid key by key,
 * blocks merged member by member, except those that Consul holds by pointer: they are replaced whole.
 */
import type { Kind } from '../../options/kinds.ts';
import type { Section } from '../../options/option.ts';
import type { Member, ObjectValue, Value } from '../../text/tree/value.ts';
import { memberPath } from '../../util/text.ts';

/** A value that a later file replaced. */
export interface Override {
  readonly path: string;
  readonly lost: Value;
  readonly kept: Value;
}

export type OnOverride = (override: Override) => void;

const ignore: OnOverride = () => {};

/** `over` laid over `under`; both decoded by `section`. */
export function merge(
  under: ObjectValue,
  over: ObjectValue,
  section: Section,
  onOverride: OnOverride = ignore,
  path = '',
): ObjectValue {
  if (under.members.size === 0) return { ...under, members: over.members };
  const members = new Map(under.members);
  for (const member of over.members.values()) {
    const below = members.get(member.name);
    const option = section[member.name];
    const at = memberPath(path, member.name);
    members.set(member.name, below && option ? combine(below, member, option.kind, at, onOverride) : member);
  }
  return { ...under, members };
}

function combine(below: Member, above: Member, kind: Kind, path: string, onOverride: OnOverride): Member {
  const value = combineValues(below.value, above.value, kind, path, onOverride);
  return value === above.value ? above : { ...below, value };
}

function combineValues(under: Value, over: Value, kind: Kind, path: string, onOverride: OnOverride): Value {
  if (under.kind === 'list' && over.kind === 'list') {
    return { ...under, items: [...under.items, ...over.items], blocks: under.blocks && over.blocks };
  }
  if (under.kind === 'object' && over.kind === 'object') {
    if (kind.shape === 'map' || (kind.shape === 'block' && kind.free))
      return overlay(under, over, path, onOverride);
    if (kind.shape === 'block' && !kind.replaced) return merge(under, over, kind.section(), onOverride, path);
  }
  onOverride({ path, lost: under, kept: over });
  return over;
}

function overlay(under: ObjectValue, over: ObjectValue, path: string, onOverride: OnOverride): ObjectValue {
  const members = new Map(under.members);
  for (const member of over.members.values()) {
    const below = members.get(member.name);
    if (below) onOverride({ path: memberPath(path, member.name), lost: below.value, kept: member.value });
    members.set(member.name, member);
  }
  return { ...under, members };
}
