/** Values of which a part is not known: variables, holes of templates, and what a condition may leave out. */
import { isEmbedded, isFilledIn } from '../../text/source/embedded.ts';
import { type Span, spanOf } from '../../text/source/source.ts';
import type { Member, ObjectValue, Value } from '../../text/tree/value.ts';
import { memberPath } from '../../util/text.ts';

/**
 * The values of an object that are known, and the paths of those that are not.
 * @param isUnsure whether something else may be at a place
 * @param isRepeated whether what is at a place appears there any number of times
 */
export function knownPart(
  raw: ObjectValue | undefined,
  isUnsure: (at: Span) => boolean = () => false,
  isRepeated: (at: Span) => boolean = () => false,
): { readonly raw: ObjectValue | undefined; readonly unknown: Map<string, Span> } {
  const known = new KnownPart(isUnsure, isRepeated);
  return { raw: raw && known.object(raw, ''), unknown: known.unknown };
}

class KnownPart {
  readonly unknown = new Map<string, Span>();
  readonly #isUnsure: (at: Span) => boolean;
  readonly #isRepeated: (at: Span) => boolean;

  constructor(isUnsure: (at: Span) => boolean, isRepeated: (at: Span) => boolean) {
    this.#isUnsure = isUnsure;
    this.#isRepeated = isRepeated;
  }

  object(object: ObjectValue, path: string): ObjectValue {
    const members = new Map<string, Member>();
    for (const member of object.members.values()) {
      const at = memberPath(path, member.name);
      if (isFilledIn(member.name)) this.unknown.set(path, spanOf(member.key));
      else if (
        this.#isUnsure(member.key) ||
        this.#isHole(member.value) ||
        this.#isMixed(member.value) ||
        isDefinitionWithHole(at, member.value)
      )
        this.unknown.set(at, spanOf(member.key));
      else {
        const value = this.#inner(member.value, at);
        // Blocks of which none is known are not an empty list.
        const isEmptied = value.kind === 'list' && value.blocks && value.items.length === 0;
        if (!isEmptied) members.set(member.name, { ...member, value });
      }
    }
    return { ...object, members };
  }

  #isHole(value: Value): boolean {
    if (value.kind === 'object' || value.kind === 'list') return false;
    // A number behind the same key with a text is read as a text.
    const isText =
      value.kind === 'string' &&
      (!isEmbedded(value.source) || /["<]/.test(value.source.text.charAt(value.start)));
    const isOpen = value.kind === 'string' && (!isText || isFilledIn(value.value));
    return isOpen || this.#isUnsure(value);
  }

  /** A key that is there twice, once with a value that is not known, is a list only in appearance. */
  #isMixed(value: Value): boolean {
    return (
      value.kind === 'list' &&
      value.items.some((item) => this.#isHole(item)) &&
      (value.blocks || value.items.some(({ kind }) => kind !== 'string'))
    );
  }

  #inner(value: Value, path: string): Value {
    if (value.kind === 'object') return this.object(value, path);
    if (value.kind !== 'list') return value;
    const isOut = (item: Value): boolean =>
      this.#isHole(item) ||
      isDefinitionWithHole(path, item) ||
      (item.kind === 'object' ? this.#isUnsure(beginningOf(item)) : this.#isRepeated(item));
    for (const item of value.items) if (isOut(item)) this.unknown.set(path, spanOf(item));
    return {
      ...value,
      items: value.items.filter((item) => !isOut(item)).map((item) => this.#inner(item, path)),
    };
  }
}

/** What of a block is not known is left out by itself. */
const beginningOf = ({ source, start }: Value): Span => ({ source, start, end: start });

/** What a service, a check or a watch lacks is not known where a part of it is filled in. */
const isDefinitionWithHole = (path: string, value: Value): boolean =>
  value.kind === 'object' &&
  /^(?:services?|checks?|watches)\b/.test(path) &&
  [...value.members.values()].some(
    (member) => isFilledIn(member.name) || (member.value.kind === 'string' && isFilledIn(member.value.value)),
  );
