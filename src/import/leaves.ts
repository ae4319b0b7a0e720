/**
 * A configuration as its leaves: the value at each path. Two configurations are compared, and what they share is lifted
 * out, leaf by leaf; lists are leaves, as the manifest replaces them whole.
 */
import { isReference } from '../manifest/secrets/references.ts';
import { type Span, spanOf } from '../text/source/source.ts';
import type { Member, ObjectValue, Value } from '../text/tree/value.ts';

/** Names joined by a character that no name has. */
export type Path = string;

export interface Leaf {
  readonly value: Value;
  /** The same for equal values, whatever the order of their keys. */
  readonly text: string;
}

export type Leaves = ReadonlyMap<Path, Leaf>;

const separator = '\0';

export const pathOf = (names: readonly string[]): Path => names.join(separator);
export const namesOf = (path: Path): string[] => path.split(separator);
export const shownPath = (path: Path): string => namesOf(path).join('.');

export const leafOf = (value: Value): Leaf => ({ value, text: canonical(value) });

/** An empty map is a leaf too: it means that a block is present. */
export function leavesOf(config: ObjectValue): Map<Path, Leaf> {
  const leaves = new Map<Path, Leaf>();
  const collect = (value: Value, path: Path): void => {
    if (value.kind !== 'object' || value.members.size === 0) leaves.set(path, leafOf(value));
    else for (const { name, value: inner } of value.members.values()) collect(inner, path + separator + name);
  };
  for (const { name, value } of config.members.values()) collect(value, name);
  return leaves;
}

/** The inverse of `leavesOf`. Where one path leads through an empty map of another, the map is filled. */
export function objectOf(leaves: Leaves, at: Span): ObjectValue {
  const root = new Map<string, Member>();
  for (const [path, { value }] of leaves) {
    const names = namesOf(path);
    const name = names.pop()!;
    const members = names.reduce((parent, step) => mapIn(parent, step, at), root);
    const isFilled = value.kind === 'object' && members.has(name);
    if (!isFilled) members.set(name, { name, key: at, value: own(value) });
  }
  return { kind: 'object', members: root, ...spanOf(at) };
}

/** Maps that are filled later must not be shared with the caller. */
const own = (value: Value): Value =>
  value.kind === 'object' ? { ...value, members: new Map(value.members) } : value;

function mapIn(parent: Map<string, Member>, name: string, at: Span): Map<string, Member> {
  const known = parent.get(name)?.value;
  if (known?.kind === 'object') return known.members as Map<string, Member>;
  const members = new Map<string, Member>();
  parent.set(name, { name, key: at, value: { kind: 'object', members, ...spanOf(at) } });
  return members;
}

/** Whether there is a leaf at the path or below it. */
export function reaches(leaves: Leaves, path: Path): boolean {
  if (leaves.has(path)) return true;
  const below = path + separator;
  for (const other of leaves.keys()) if (other.startsWith(below)) return true;
  return false;
}

/** The path and those of the maps around it, outermost first. */
export function prefixesOf(path: Path): Path[] {
  const names = namesOf(path);
  return names.map((_, i) => pathOf(names.slice(0, i + 1)));
}

function canonical(value: Value): string {
  if (isReference(value)) return `reference ${JSON.stringify(value.reference)}`;
  switch (value.kind) {
    case 'null':
      return 'null';
    case 'list':
      return `[${value.items.map(canonical).join()}]`;
    case 'object': {
      const members = [...value.members.values()].map(
        (member) => `${JSON.stringify(member.name)}:${canonical(member.value)}`,
      );
      return `{${members.sort().join()}}`;
    }
    case 'number':
      return String(value.exact ?? value.value);
    default:
      return JSON.stringify(value.value);
  }
}
