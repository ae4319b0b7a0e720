/** The zod schema of a block that is one of several: its tag says which. */
import * as z from 'zod';
import { processSchema } from 'zod/v4/core';
import type { BlockKind, VariantKind } from '../options/kinds.ts';
import { type Target, tagKeys, variantsIn } from '../options/releases/release-keys.ts';

type BlockOf = (kind: BlockKind, target: Target, tags: readonly string[]) => z.ZodObject;

/** The tag says which block the rest is checked against. */
export function variantOf(kind: VariantKind, target: Target, blockOf: BlockOf): z.ZodType {
  const names = tagKeys(kind);
  const known = variantsIn(kind, target);
  const schema = z.looseObject({}, { error: `${kind.name} must be an object` }).check((context) => {
    const tags = names.filter((name) => context.value[name] !== undefined);
    const tag = tags.length === 1 ? context.value[tags[0]!] : undefined;
    const variant = typeof tag === 'string' ? known.get(tag) : undefined;
    if (!variant) {
      const message = `${kind.tag} must be one of ${[...known.keys()].join(', ')}`;
      context.issues.push({ code: 'custom', message, input: context.value, path: [tags[0] ?? kind.tag] });
      return;
    }
    const result = blockOf(variant.block, target, names).safeParse(context.value);
    for (const { path, message } of result.error?.issues ?? []) {
      context.issues.push({ code: 'custom', message, path: [...path], input: context.value });
    }
  });
  schema._zod.processJSONSchema = (context, json, params) => {
    const variants = [...known].map(([name, { block }]) => {
      const inner = processSchema(blockOf(block, target, names), context, params);
      return [name, inner] as const;
    });
    Object.assign(json, jsonOf(names, variants));
  };
  return schema;
}

/** The tag is looked at first; the rest is that of the variant it names. */
function jsonOf(
  [lower, upper]: readonly [string, string],
  variants: readonly (readonly [name: string, schema: z.core.JSONSchema.BaseSchema])[],
) {
  const tag = {
    type: 'string',
    enum: variants.map(([name]) => name),
    description: 'Which kind of entry this is.',
  };
  const tagged = (key: string, name: string) => ({
    properties: { [key]: { const: name } },
    required: [key],
  });
  return {
    type: 'object',
    properties: { [lower]: tag },
    patternProperties: { [`^${upper}$`]: tag },
    oneOf: [{ required: [lower] }, { required: [upper] }],
    allOf: variants.map(([name, schema]) => ({
      if: { anyOf: [tagged(lower, name), tagged(upper, name)] },
      // biome-ignore lint/suspicious/noThenProperty: the keyword of JSON Schema
      then: schema,
    })),
  };
}
