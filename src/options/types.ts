/**
 * The types of the table of options. A row is an `Option`; what a value must look like is its `Kind`. A kind is data
 * (shape, pattern, bounds, words), because several interpreters read it: the decoder, the checker, the zod builder, the
 * JSON Schema emitter and the type printer.
 */

/** When an agent refuses a value of the right shape but the wrong grammar. */
export type RefusedBy =
  /** `consul validate` and the agent. */
  | 'validate'
  /** Only the starting agent; `consul validate` calls it valid. */
  | 'start'
  /** Neither: the value is accepted, and has no effect or fails later. */
  | 'none';

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
  /** Written by Consul's own controllers; accepted, but it should not be written. */
  readonly internal?: boolean;
}

/** Anything: what the agent hands on unread. */
export interface AnyKind {
  readonly shape: 'any';
  readonly name: string;
}

export type Kind = ScalarKind | ListKind | MapKind | BlockKind | VariantKind | AnyKind;

export type Role = 'server' | 'client';

/** A default that every agent has, or one for each role. Absent: the option is unset (Go's zero value). */
export type Default = Plain | { readonly server: Plain; readonly client: Plain };
export type Plain = string | number | boolean | readonly string[] | null;

export type Deprecated = {
  /** First release that warns or calls it deprecated, such as `1.15`. */
  readonly since: string;
  /** Only the docs say so: the agent does not warn. */
  readonly silent?: boolean;
} & (
  | {
      /** Path of the option that replaces it, such as `acl.tokens.initial_management`. */
      readonly use: string;
      /** What else a person must know to move it; a clause, without a full stop. */
      readonly note?: string;
    }
  | { readonly use?: undefined; readonly note: string }
);

/** A default that held in the releases before `before`. */
interface EarlierDefault {
  readonly before: string;
  readonly default: Default;
}

export interface Option {
  readonly kind: Kind;
  /** One or two sentences in plain words. */
  readonly docs: string;
  readonly default?: Default;
  /** Defaults of older releases, oldest first. */
  readonly earlierDefaults?: readonly EarlierDefault[];
  /** What an unset option means, where no plain value says it: a clause, such as `no limit`. */
  readonly unset?: string;
  /**
   * First release that knows it, `1.16` or `1.16.2`; several where it came to older lines too, oldest first.
   * Absent: all of 1.15 know it.
   */
  readonly since?: string | readonly string[];
  /** First release that refuses it. */
  readonly removed?: string;
  readonly deprecated?: Deprecated;
  /** Of Consul Enterprise only. The Community agent ignores it (most often with a warning), refuses it with a
   * separate reason, or does not know the key at all. */
  readonly enterprise?: 'ignored' | 'refused' | 'unknown';
  /** A running agent takes a new value on `consul reload`; of a block, all that is in it. */
  readonly reload?: boolean;
  /** The command-line flag that sets it, with its dash. */
  readonly flag?: string;
  /** A key, token or password: never shown in messages, reports or diffs. */
  readonly secret?: boolean;
  /** Other spellings that the agent takes for the same field. */
  readonly aliases?: readonly string[];
  /** For Consul's own tests or overwritten at start: accepted, but it should not be written. */
  readonly internal?: boolean;
  /** Has an effect on one role only. */
  readonly role?: Role;
  /** The key is known, but any value for it is refused: always, or in the releases before one. */
  readonly refused?: 'always' | { readonly before: string };
  /** Tolerated with a warning though the decoder does not know it, and only in exactly this spelling. */
  readonly ignoredWithWarning?: boolean;
  /** Not a pointer in the agent: of a list in its place only one level is unwrapped. */
  readonly byValue?: boolean;
}

export type Section = Readonly<Record<string, Option>>;

export type Details = Omit<Option, 'kind' | 'docs'>;
