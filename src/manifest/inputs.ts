/** What a script may give for the keys of a manifest, from their schemas. */
import type * as z from 'zod';
import type { keySchemas, layeredKeySchemas } from './generated/schemas.ts';

/** A value that is only read: lists and maps of the caller may be constants. */
type Given<T> = T extends readonly (infer Item)[]
  ? readonly Given<Item>[]
  : T extends object
    ? { readonly [Name in keyof T]: Given<T[Name]> }
    : T;

type Inputs<Schemas extends Readonly<Record<string, z.ZodType>>> = {
  readonly [Name in keyof Schemas]?: Given<z.infer<Schemas[Name]>> | undefined;
};

export type KeyInputs = Inputs<typeof keySchemas>;

/** Of the keys that a class and a node may have too. */
export type LayeredKeyInputs = Inputs<typeof layeredKeySchemas>;
