/**
 * What a value must look like. A kind is data — shape, pattern, bounds, words — and four interpreters read it: the
 * checker, the zod builder, the JSON Schema emitter and the type printer. Since nothing here is code, they agree.
 * The grammars themselves stand in `grammars/`.
 */
import type { Section } from './option.ts';

/** When an agent refuses a value of the right shape but the wrong grammar. */
export type RefusedBy =
  /** `consul validate` and the agent. */
  | 'validate'
  /** Only the starting agent; `consul validate` calls it valid. */
  | 'start'
  /** Nobody: it is accepted and has no effect, or fails later. */
  | 'nobody';

export interface ScalarKind {
  readonly shape: 'string' | 'int' | 'uint' | 'float' | 'bool';
  /** Short name for docs and `explain`, such as `duration`. */
  readonly name: string;
  /** Completes "must be …": `a Go duration such as "30s"`. */
  readonly wants: string;
  /**
   * Strings: the whole value must match. Only the `u` flag, and only what RE2 knows too (no look-around, no
   * back-references), since the same text goes into the JSON Schemas and their readers are written in many languages.
   */
  readonly pattern?: RegExp;
  /**
   * Matches what is usual, and nothing that `pattern` does not match: the checker tries it first, since a long pattern
   * costs milliseconds when it is first used.
   */
  readonly usual?: RegExp;
  /** Strings: the only values allowed. */
  readonly values?: readonly string[];
  /** First release that takes a value, for those of `values` that came later. */
  readonly valuesSince?: Readonly<Record<string, string>>;
  /** `values` are compared without regard to letter case. */
  readonly anyCase?: boolean;
  /** The empty string is taken too, and means "not set". */
  readonly orEmpty?: boolean;
  /** First release that enforces the grammar; before it, any value of the shape passes. */
  readonly enforcedSince?: string;
  /** Numbers, both inclusive. */
  readonly min?: number;
  readonly max?: number;
  /** What the number counts, such as `bytes`. */
  readonly unit?: string;
  readonly examples?: readonly (string | number | boolean)[];
  readonly refusedBy?: RefusedBy;
  /**
   * Strings that the starting agent refuses, and some of which `consul validate` refuses too: those that, without their
   * line ends, do not match this.
   */
  readonly validated?: RegExp;
}

export interface ListKind {
  readonly shape: 'list';
  readonly name: string;
  readonly of: Kind;
}

/** Keys of the user's choosing, values of one kind. */
export interface MapKind {
  readonly shape: 'map';
  readonly name: string;
  readonly of: Kind;
}

/** A fixed set of options. A thunk, because services hold sidecar services. */
export interface BlockKind {
  readonly shape: 'block';
  /** Also the name of its TypeScript interface and of its definition in the schemas. */
  readonly name: string;
  readonly section: () => Section;
  /** Written again in a later file, it replaces the earlier one whole instead of being merged into it. */
  readonly replaced?: boolean;
  /**
   * The agent's decoder hands it on unread: any key and any type pass `consul validate`. The section says what its
   * reader understands. `open`: the reader ignores other keys; `closed`: it refuses them when the agent starts.
   */
  readonly free?: 'open' | 'closed';
  /** Numbers are taken for strings, `"7"` for 7 and so on; keys are matched by any of their spellings. */
  readonly weak?: boolean;
}

/** One of several blocks; the member named by `tag`, in lower case or with a capital, says which. */
export interface VariantKind {
  readonly shape: 'variant';
  readonly name: string;
  readonly tag: string;
  readonly variants: Readonly<Record<string, Variant>>;
}

export interface Variant {
  readonly block: BlockKind;
  /** First release that knows the variant. */
  readonly since?: string;
  /** The Community agent knows it and refuses it. */
  readonly enterprise?: boolean;
  /** Written by Consul's own controllers; accepted, but nobody should write it. */
  readonly internal?: boolean;
}

/** Anything: what the agent hands on unread. */
export interface AnyKind {
  readonly shape: 'any';
  readonly name: string;
}

export type Kind = ScalarKind | ListKind | MapKind | BlockKind | VariantKind | AnyKind;

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
