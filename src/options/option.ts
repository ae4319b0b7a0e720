/**
 * The rows of the table. An option is stated once, in a section file; decoding, schemas, types, docs, `explain`,
 * deprecation findings and printing order are derived from it, and none of that code asks which option it is.
 */
import { once } from '../util/memo.ts';
import type { Details, Kind, Option, Section } from './types.ts';

export type { Default, Deprecated, Details, Option, Plain, Role, Section } from './types.ts';

/** A row: kind and docs first, since every option has them. */
export function option(kind: Kind, docs: string, details: Details = {}): Option {
  return { kind, docs, ...details };
}

/** A section that is made when it is first asked for: most runs need few of them, and importing the table costs nothing. */
export const section = (make: () => Section): (() => Section) => once(make);
