/** The types of zod schemas that belong to the types of options. */
import type * as z from 'zod';

/** The schema of a section: an object, whose members are optional. */
export type SectionSchema<Section> = z.ZodObject<ShapeOf<Section>, z.core.$strict>;

/** The schemas of the members of a section. */
export type ShapeOf<Section> = {
  -readonly [Name in keyof Section]-?: z.ZodOptional<SchemaOf<Section[Name]>>;
};

/**
 * The schema of a value: `ZodObject` of a section, `ZodArray` of a list, `ZodRecord` of a map; of anything else, and of
 * one of several kinds of config entries, a `ZodType`.
 */
export type SchemaOf<Value> = unknown extends Value ? z.ZodType<unknown> : Known<NonNullable<Value>>;

type Known<Value> = [Value] extends [readonly (infer Item)[]]
  ? z.ZodArray<SchemaOf<Item>>
  : [Value] extends [string | number | boolean]
    ? z.ZodType<Value>
    : [Value] extends [{ readonly kind: infer Kind }]
      ? Entry<Value, Value['kind' & keyof Value], Kind>
      : string extends keyof Value
        ? z.ZodRecord<z.ZodString, SchemaOf<Value[keyof Value]>>
        : SectionSchema<Value>;

/** Distributes over the kinds, to distinguish one from several. */
type Entry<Value, Kinds, Kind> = Kind extends unknown
  ? [Kinds] extends [Kind]
    ? SectionSchema<Value>
    : z.ZodType<Value>
  : never;
