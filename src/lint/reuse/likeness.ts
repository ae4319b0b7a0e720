/** Which subjects are of one kind, and wherein two of a kind differ: most agents of an estate differ in a few options. */
import type { ObjectValue, Value } from '../../text/value.ts';

/** One subject that stands for all of its kind, and the options in which some others differ from it. */
export interface Likeness<S> {
  readonly model: S;
  readonly differs: ReadonlySet<string>;
}

interface Kind<S> {
  readonly model: S;
  size: number;
  /** By what differs: one for all subjects that differ in the same. */
  readonly known: Map<string, Likeness<S>>;
}

/** Of fewer than these, finding out what rules look at takes longer than to ask them. */
const enough = 5;

/**
 * @param kindOf what subjects must have in common to be compared, the keys that they write above all; undefined: nothing
 * @param differing the names of what differs between two of a kind
 * @returns what a subject is like; undefined where too few others were met before
 */
export function likenesses<S>(
  kindOf: (subject: S) => string | undefined,
  differing: (model: S, other: S) => readonly string[],
): (subject: S) => Likeness<S> | undefined {
  const kinds = new Map<string, Kind<S>>();
  return (subject) => {
    const name = kindOf(subject);
    if (name === undefined) return undefined;
    const kind = kinds.get(name) ?? { model: subject, size: 0, known: new Map<string, Likeness<S>>() };
    if (kind.size === 0) kinds.set(name, kind);
    kind.size++;
    if (kind.size < enough) return undefined;
    const differs = differing(kind.model, subject);
    const id = differs.join();
    const known = kind.known.get(id);
    if (known) return known;
    const likeness = { model: kind.model, differs: new Set(differs) };
    kind.known.set(id, likeness);
    return likeness;
  };
}

/** The keys of members that are not equal; `a` and `b` have the same keys. */
export function differingMembers(a: ObjectValue, b: ObjectValue): string[] {
  const names: string[] = [];
  for (const { name, value } of a.members.values()) {
    const other = b.members.get(name);
    if (!other || !equal(value, other.value, deepest)) names.push(name);
  }
  return names;
}

/** Deeper ones are taken to differ. */
const deepest = 50;

/** The same data, wherever they stand. */
function equal(a: Value, b: Value, depth: number): boolean {
  if (a === b) return true;
  if (depth === 0) return false;
  switch (a.kind) {
    case 'null':
      return b.kind === 'null';
    case 'string':
    case 'bool':
      return a.kind === b.kind && a.value === b.value;
    case 'number':
      return (
        b.kind === 'number' && Object.is(a.value, b.value) && a.integer === b.integer && a.exact === b.exact
      );
    case 'list':
      return (
        b.kind === 'list' &&
        a.blocks === b.blocks &&
        a.items.length === b.items.length &&
        a.items.every((item, i) => equal(item, b.items[i]!, depth - 1))
      );
    default:
      return b.kind === 'object' && equalMembers(a, b, depth - 1);
  }
}

/** In the same order too: rules go through them in their order. */
function equalMembers(a: ObjectValue, b: ObjectValue, depth: number): boolean {
  if (a.members.size !== b.members.size) return false;
  const others = b.members.values();
  for (const { name, value } of a.members.values()) {
    const other = others.next().value!;
    if (name !== other.name || !equal(value, other.value, depth)) return false;
  }
  return true;
}
