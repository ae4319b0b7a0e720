/**
 * The table's row. One option is said once, in a section file; decoding, schemas, types, docs, `explain`,
 * deprecation findings and printing order are all derived from it, and none of that code asks which option it is.
 */
import { once } from '../util/memo.ts';
import type { Kind } from './kinds.ts';

export type Role = 'server' | 'client';

/** A default that every agent has, or one for each role. Absent: the option is unset (Go's zero value). */
export type Default = Plain | { readonly server: Plain; readonly client: Plain };
export type Plain = string | number | boolean | readonly string[] | null;

export interface Deprecated {
  /** First release that warns or calls it deprecated, such as `1.15`. */
  readonly since: string;
  /** Path of the option that replaces it, such as `acl.tokens.initial_management`. */
  readonly use?: string;
  /** What else a person must know to move it; a clause, without a full stop. */
  readonly note?: string;
  /** Only the docs say so: the agent does not warn. */
  readonly silent?: boolean;
}

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
   * reason of its own, or does not know the key at all. */
  readonly enterprise?: 'ignored' | 'refused' | 'unknown';
  /** A running agent takes a new value on `consul reload`; of a block, all that is in it. */
  readonly reload?: boolean;
  /** The command-line flag that sets it, with its dash. */
  readonly flag?: string;
  /** A key, token or password: never shown in messages, reports or diffs. */
  readonly secret?: boolean;
  /** Other spellings that the agent takes for the same field. */
  readonly aliases?: readonly string[];
  /** For Consul's own tests or overwritten at start: accepted, but nobody should write it. */
  readonly internal?: boolean;
  /** Has an effect on one role only. */
  readonly role?: Role;
  /** The key is known, but any value for it is refused: always, or in the releases before one. */
  readonly refused?: 'always' | { readonly before: string };
  /** Tolerated with a warning though the decoder does not know it, and only in exactly this spelling. */
  readonly tolerated?: boolean;
  /** Not a pointer in the agent: of a list in its place only one level is unwrapped. */
  readonly byValue?: boolean;
}

export type Section = Readonly<Record<string, Option>>;

export type Details = Omit<Option, 'kind' | 'docs'>;

/** A row: kind and docs first, since every option has them. */
export function option(kind: Kind, docs: string, details: Details = {}): Option {
  return { kind, docs, ...details };
}

/** A section that is made when it is first asked for: most runs need few of them, and importing the table costs nothing. */
export const section = (make: () => Section): (() => Section) => once(make);
