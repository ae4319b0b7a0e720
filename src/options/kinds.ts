/** The kinds that rows of the table are made of; the grammars of texts are in `grammars/`. */
import type { AnyKind, BlockKind, Kind, ListKind, MapKind, RefusedBy, ScalarKind, Section } from './types.ts';

export type {
  AnyKind,
  BlockKind,
  Kind,
  ListKind,
  MapKind,
  RefusedBy,
  ScalarKind,
  Variant,
  VariantKind,
} from './types.ts';

export const string: ScalarKind = { shape: 'string', name: 'string', wants: 'a string' };
export const bool: ScalarKind = { shape: 'bool', name: 'bool', wants: 'true or false' };
export const int: ScalarKind = { shape: 'int', name: 'int', wants: 'a whole number' };
export const uint: ScalarKind = {
  shape: 'uint',
  name: 'uint',
  wants: 'a whole number, not negative',
  min: 0,
  refusedBy: 'validate',
};
export const float: ScalarKind = { shape: 'float', name: 'float', wants: 'a number' };
export const any: AnyKind = { shape: 'any', name: 'any' };

export const list = (of: Kind): ListKind => ({ shape: 'list', name: `list of ${of.name}`, of });
export const map = (of: Kind): MapKind => ({ shape: 'map', name: `map of ${of.name}`, of });
export const block = (
  name: string,
  section: () => Section,
  traits: Pick<BlockKind, 'replaced' | 'free' | 'weak'> = {},
): BlockKind => ({ shape: 'block', name, section, ...traits });

type WordTraits = Pick<ScalarKind, 'valuesSince' | 'anyCase' | 'orEmpty' | 'refusedBy' | 'enforcedSince'>;

/** One of a few words. */
export const words = (values: readonly string[], traits: WordTraits = {}): ScalarKind => ({
  shape: 'string',
  name: 'word',
  wants: values.length === 1 ? `"${values[0]}"` : `one of ${values.map((word) => `"${word}"`).join(', ')}`,
  values,
  ...traits,
});

/** A whole number between two bounds, both inclusive; `undefined` leaves a side open. */
export const between = (min: number | undefined, max?: number, refusedBy?: RefusedBy): ScalarKind => ({
  shape: 'int',
  name: 'int',
  wants: boundsText(min, max),
  ...(min !== undefined && { min }),
  ...(max !== undefined && { max }),
  ...(refusedBy && { refusedBy }),
});

function boundsText(min: number | undefined, max: number | undefined): string {
  if (min === undefined) return `a whole number up to ${max}`;
  if (max === undefined) return `a whole number from ${min} up`;
  return min === max ? `${min}` : `a whole number from ${min} to ${max}`;
}
