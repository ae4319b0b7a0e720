/** `<<: *other` takes the members of `other` that are not set beside it. */
import { isScalar, type Pair, type ParsedNode } from 'yaml';
import type { MutableMember } from '../nodes.ts';

export const isMerge = ({ key, value }: Pair<ParsedNode, ParsedNode | null>): boolean =>
  isScalar(key) && key.value === '<<' && value !== null && !isScalar(value);

/** Of one mapping, or of several in a list. */
export function mergedMembers({ value }: MutableMember): MutableMember[] {
  if (value.kind === 'object') return [...value.members] as MutableMember[];
  const items = value.kind === 'list' ? value.items : [];
  return items.flatMap((item) => (item.kind === 'object' ? ([...item.members] as MutableMember[]) : []));
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
