/**
 * The table's row. One option is said once, here in a section file; decoding, schemas, types, docs, `explain`,
 * deprecation findings and printing order are all derived from it, and none of that code asks which option it is.
 */
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
}

export interface Option {
  readonly kind: Kind;
  /** One or two sentences in plain words. */
  readonly docs: string;
  readonly default?: Default;
  /** First release that knows it, `1.16` or `1.16.2`. Absent: 1.15 or older. */
  readonly since?: string;
  /** First release that refuses it. */
  readonly removed?: string;
  readonly deprecated?: Deprecated;
  /** Has an effect (or is known at all) only in Consul Enterprise. */
  readonly enterprise?: 'ignored' | 'refused';
  /** A running agent takes a new value on `consul reload`. */
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
}

export type Section = Readonly<Record<string, Option>>;

type Details = Omit<Option, 'kind' | 'docs'>;

/** A row: kind and docs first, since every option has them. */
export function option(kind: Kind, docs: string, details: Details = {}): Option {
  return { kind, docs, ...details };
}
