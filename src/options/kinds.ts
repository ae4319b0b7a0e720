/**
 * What a value must look like. A kind is data — shape, pattern, bounds, words — and four interpreters read it: the
 * checker, the zod builder, the JSON Schema emitter and the type printer. Since nothing here is code, they agree.
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
  /** Strings: the whole value must match. No flags but `u`; JSON Schema carries none. */
  readonly pattern?: RegExp;
  /** Strings: the only values allowed. */
  readonly values?: readonly string[];
  /** Numbers, both inclusive. */
  readonly min?: number;
  readonly max?: number;
  readonly examples?: readonly (string | number | boolean)[];
  readonly refusedBy?: RefusedBy;
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
  readonly name: string;
  readonly section: () => Section;
}

/** Anything: what the agent hands on unread. */
export interface AnyKind {
  readonly shape: 'any';
  readonly name: string;
}

export type Kind = ScalarKind | ListKind | MapKind | BlockKind | AnyKind;

export const string: ScalarKind = { shape: 'string', name: 'string', wants: 'a string' };
export const bool: ScalarKind = { shape: 'bool', name: 'bool', wants: 'true or false' };
export const int: ScalarKind = { shape: 'int', name: 'int', wants: 'a whole number' };
export const any: AnyKind = { shape: 'any', name: 'any' };

export const list = (of: Kind): ListKind => ({ shape: 'list', name: `list of ${of.name}`, of });
export const map = (of: Kind): MapKind => ({ shape: 'map', name: `map of ${of.name}`, of });
export const block = (name: string, section: () => Section): BlockKind => ({ shape: 'block', name, section });
