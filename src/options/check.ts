/**
 * The table read as a schema: whether a value is what one should write. It is stricter than the agent's decoder (no
 * null, no list for its only element, no fraction for a whole number) and knows one value at a time; what depends on
 * several is the business of rules. The JSON Schemas and the zod schemas give the same verdict.
 */
import type { Span } from '../text/source/source.ts';
import type { ListValue, NumberValue, ObjectValue, StringValue, Value } from '../text/tree/value.ts';
import type { BlockKind, Kind, ListKind, MapKind, ScalarKind, VariantKind } from './kinds.ts';
import {
  follows,
  grammarIn,
  isOpen,
  keysIn,
  type Target,
  tagKeys,
  variantsIn,
} from './releases/release-keys.ts';

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

function* check(value: Value, { kind, path, target }: Wanted): SchemaErrors {
  switch (kind.shape) {
    case 'any':
      break;
    case 'list':
      if (value.kind === 'list') yield* checkItems(value, { kind, path, target });
      else yield wrong('type', value, kind, path);
      break;
    case 'map':
      if (value.kind === 'object') yield* checkValues(value, { kind, path, target });
      else yield wrong('type', value, kind, path);
      break;
    case 'block':
      if (value.kind === 'object') yield* checkMembers(value, { kind, path, target });
      else yield wrong('type', value, kind, path);
      break;
    case 'variant':
      if (value.kind === 'object') yield* checkVariant(value, { kind, path, target });
      else yield wrong('type', value, kind, path);
      break;
    default:
      yield* checkScalar(value, { kind, path, target });
  }
}

const wrong = (code: SchemaError['code'], at: Span, kind: Kind, path: string): SchemaError => ({
  code,
  path,
  at,
  kind,
});

function* checkItems(list: ListValue, { kind, path, target }: Wanted<ListKind>): SchemaErrors {
  for (const [index, item] of list.items.entries()) {
    yield* check(item, { kind: kind.of, path: `${path}[${index}]`, target });
  }
}

function* checkValues(object: ObjectValue, { kind, path, target }: Wanted<MapKind>): SchemaErrors {
  for (const { name, value } of object.members.values()) {
    yield* check(value, { kind: kind.of, path: below(path, name), target });
  }
}

function* checkMembers(
  object: ObjectValue,
  { kind, path, target }: Wanted<BlockKind>,
  tags: readonly string[] = [],
): SchemaErrors {
  const keys = keysIn(kind, target);
  for (const { name, key, value } of object.members.values()) {
    const option = keys.get(name);
    if (option) yield* check(value, { kind: option.kind, path: below(path, name), target });
    else if (!isOpen(kind) && !tags.includes(name)) yield wrong('unknown', key, kind, below(path, name));
  }
}

function* checkVariant(object: ObjectValue, { kind, path, target }: Wanted<VariantKind>): SchemaErrors {
  const names = tagKeys(kind);
  const tags = names.flatMap((name) => object.members.get(name) ?? []);
  const [tag] = tags;
  const variant = tag?.value.kind === 'string' ? variantsIn(kind, target).get(tag.value.value) : undefined;
  if (variant && tags.length === 1) yield* checkMembers(object, { kind: variant.block, path, target }, names);
  else yield wrong('value', tag?.value ?? object, kind, below(path, names[0]));
}

function* checkScalar(value: Value, { kind, path, target }: Wanted<ScalarKind>): SchemaErrors {
  const code = scalarError(value, kind, target);
  if (code) yield wrong(code, value, kind, path);
}

/** What is wrong with a single value; undefined where it fits. */
export function scalarError(value: Value, kind: ScalarKind, target: Target): 'type' | 'value' | undefined {
  switch (kind.shape) {
    case 'string':
      if (value.kind !== 'string') return 'type';
      return isWord(value, kind, target) ? undefined : 'value';
    case 'bool':
      return value.kind === 'bool' ? undefined : 'type';
    default:
      if (value.kind !== 'number' || !isWhole(value, kind)) return 'type';
      return isWithin(value, kind) ? undefined : 'value';
  }
}

function isWord({ value }: StringValue, kind: ScalarKind, target: Target): boolean {
  const grammar = grammarIn(kind, target);
  return !grammar || follows(value, grammar);
}

const isWhole = ({ value }: NumberValue, kind: ScalarKind): boolean =>
  kind.shape === 'float' || Number.isInteger(value);

const isWithin = ({ value }: NumberValue, { min, max }: ScalarKind): boolean =>
  value >= (min ?? Number.NEGATIVE_INFINITY) && value <= (max ?? Number.POSITIVE_INFINITY);

const below = (path: string, name: string): string => (path === '' ? name : `${path}.${name}`);
