/**
 * The table read as a schema: whether a value is what one should write. It is stricter than the agent's decoder (no
 * null, no list for its only element, no fraction for a whole number) and knows one value at a time; what depends on
 * several is the business of rules. The JSON Schemas and the zod schemas give the same verdict.
 */

import type { Span } from '../text/source/source.ts';
import type { NumberValue, ObjectValue, StringValue, Value } from '../text/tree/value.ts';
import { memberPath } from '../util/text.ts';
import type { BlockKind, Kind, ScalarKind, VariantKind } from './kinds.ts';
import {
  follows,
  grammarIn,
  isOpen,
  keysIn,
  type Target,
  tagKeys,
  variantsIn,
} from './releases/release-keys.ts';
import { elementsOf, visitKind, visitScalar } from './visit.ts';

export interface SchemaError {
  readonly code: 'unknown' | 'type' | 'value';
  /** Dotted, list items in brackets: `services[0].port`. */
  readonly path: string;
  /** The value, or the key where that is what is wrong. */
  readonly at: Span | Value;
  /** The kind that was wanted. */
  readonly kind: Kind;
}

/** All that does not fit, in the order of the file. Empty: the value is one that should be written. */
export function validateValue(value: Value, kind: Kind, target: Target): readonly SchemaError[] {
  return [...check(value, { kind, path: '', target })];
}

/** What is wanted where. */
interface Wanted<K extends Kind = Kind> {
  readonly kind: K;
  readonly path: string;
  readonly target: Target;
}

type SchemaErrors = Generator<SchemaError, void>;

const check = (value: Value, { kind, path, target }: Wanted): Iterable<SchemaError> =>
  visitKind<Iterable<SchemaError>>(kind, {
    any: () => [],
    list: ({ of }) =>
      value.kind === 'list' ? checkElements(value, of, path, target) : mistyped(value, kind, path),
    map: ({ of }) =>
      value.kind === 'object' ? checkElements(value, of, path, target) : mistyped(value, kind, path),
    block: (block) =>
      value.kind === 'object'
        ? checkMembers(value, { kind: block, path, target })
        : mistyped(value, kind, path),
    variant: (variant) =>
      value.kind === 'object'
        ? checkVariant(value, { kind: variant, path, target })
        : mistyped(value, kind, path),
    scalar: (scalar) => {
      const code = scalarError(value, scalar, target);
      return code ? [wrong(code, value, kind, path)] : [];
    },
  });

const wrong = (code: SchemaError['code'], at: Span, kind: Kind, path: string): SchemaError => ({
  code,
  path,
  at,
  kind,
});

const mistyped = (value: Value, kind: Kind, path: string): readonly SchemaError[] => [
  wrong('type', value, kind, path),
];

function* checkElements(value: Value, of: Kind, path: string, target: Target): SchemaErrors {
  for (const element of elementsOf(value, path))
    yield* check(element.value, { kind: of, path: element.path, target });
}

function* checkMembers(
  object: ObjectValue,
  { kind, path, target }: Wanted<BlockKind>,
  tags: readonly string[] = [],
): SchemaErrors {
  const keys = keysIn(kind, target);
  for (const { name, key, value } of object.members.values()) {
    const option = keys.get(name);
    if (option) yield* check(value, { kind: option.kind, path: memberPath(path, name), target });
    else if (!isOpen(kind) && !tags.includes(name)) yield wrong('unknown', key, kind, memberPath(path, name));
  }
}

function* checkVariant(object: ObjectValue, { kind, path, target }: Wanted<VariantKind>): SchemaErrors {
  const names = tagKeys(kind);
  const tags = names.flatMap((name) => object.members.get(name) ?? []);
  const [tag] = tags;
  const variant = tag?.value.kind === 'string' ? variantsIn(kind, target).get(tag.value.value) : undefined;
  if (variant && tags.length === 1) yield* checkMembers(object, { kind: variant.block, path, target }, names);
  else yield wrong('value', tag?.value ?? object, kind, memberPath(path, names[0]));
}

/** What is wrong with a single value; undefined where it fits. */
export const scalarError = (value: Value, kind: ScalarKind, target: Target): 'type' | 'value' | undefined =>
  visitScalar(kind, {
    string: () => (value.kind === 'string' ? valueErrorIf(!isWord(value, kind, target)) : 'type'),
    bool: () => (value.kind === 'bool' ? undefined : 'type'),
    number: () =>
      value.kind === 'number' && isWhole(value, kind) ? valueErrorIf(!isWithin(value, kind)) : 'type',
  });

const valueErrorIf = (wrong: boolean): 'value' | undefined => (wrong ? 'value' : undefined);

function isWord({ value }: StringValue, kind: ScalarKind, target: Target): boolean {
  const grammar = grammarIn(kind, target);
  return !grammar || follows(value, grammar);
}

const isWhole = ({ value }: NumberValue, kind: ScalarKind): boolean =>
  kind.shape === 'float' || Number.isInteger(value);

const isWithin = ({ value }: NumberValue, { min, max }: ScalarKind): boolean =>
  value >= (min ?? Number.NEGATIVE_INFINITY) && value <= (max ?? Number.POSITIVE_INFINITY);
