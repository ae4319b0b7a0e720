/** `<<: *other` takes the members of `other` that its own mapping does not set. */
import { isScalar, type Pair, type ParsedNode, Scalar } from 'yaml';
import type { MutableMember } from '../tree/nodes.ts';

/** In quotes it is a key like any other. */
export const isMerge = ({ key }: Pair<ParsedNode, ParsedNode | null>): boolean =>
  isScalar(key) && key.value === '<<' && key.type === Scalar.PLAIN;

/** Of one mapping, or of several in a list; undefined for anything else. */
export function mergedMembers({ value }: MutableMember): MutableMember[] | undefined {
  if (value.kind === 'object') return [...value.members] as MutableMember[];
  if (value.kind !== 'list') return undefined;
  const members: MutableMember[] = [];
  for (const item of value.items) {
    if (item.kind !== 'object') return undefined;
    for (const member of item.members) members.push(member as MutableMember);
  }
  return members;
}

export function addMerged(members: MutableMember[], merged: readonly MutableMember[]): void {
  const names = new Set(members.map((member) => member.keys[0]!.value));
  for (const member of merged) {
    const name = member.keys[0]!.value;
    if (names.has(name)) continue;
    names.add(name);
    members.push(member);
  }
}
