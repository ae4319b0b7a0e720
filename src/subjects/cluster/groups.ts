/** Values that items have in common, and lists of names in a sentence. */
import { groupBy } from '../../util/collections.ts';

export interface Majority<T, K> {
  readonly value: K;
  readonly members: readonly T[];
  readonly others: readonly T[];
}

/** Which value most of them have: the first such where it is a draw. Undefined for nothing. */
export function majority<T, K>(items: readonly T[], trait: (item: T) => K): Majority<T, K> | undefined {
  const groups = groupBy(items, trait);
  let most: [K, T[]] | undefined;
  for (const group of groups) if (!most || group[1].length > most[1].length) most = group;
  if (!most) return undefined;
  const [value, members] = most;
  if (groups.size === 1) return { value, members, others: [] };
  const agreeing = new Set(members);
  return { value, members, others: items.filter((item) => !agreeing.has(item)) };
}

/** What more than one of them has; those without the trait do not count. */
export function sharedBy<T>(items: readonly T[], trait: (item: T) => string | undefined): [string, T[]][] {
  return [...groupBy(items, trait)].flatMap(([key, group]): [string, T[]][] =>
    key !== undefined && group.length > 1 ? [[key, group]] : [],
  );
}

/** `a`, `a and b`, `a, b and 3 more`: names in a sentence. */
export function named(names: readonly string[], most = 5): string {
  const shown =
    names.length > most ? [...names.slice(0, most - 1), `${names.length - most + 1} more`] : names;
  return shown.length < 2 ? (shown[0] ?? '') : `${shown.slice(0, -1).join(', ')} and ${shown.at(-1)}`;
}
