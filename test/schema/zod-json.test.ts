/** The JSON Schema that zod makes of a release says of each option what the shipped one says. */
import { Ajv } from 'ajv';
import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { agentBlock } from '../../src/options/agent.ts';
import { minors } from '../../src/options/releases/versions.ts';
import { agentSchemaWithHints, extraKeywords } from '../../src/schema/emit.ts';
import { idOf } from '../../src/schema/zod.ts';
import { agentSchema, optionSchema } from '../../src/schemas.ts';

type Json = { readonly [keyword: string]: unknown };
type Schemas = Readonly<Record<string, Json>>;

const isMap = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** One form for what both write in their own way: references, words next to a pattern, open objects. */
function plain(schema: unknown, definitions: Schemas, suffix: string): unknown {
  if (Array.isArray(schema)) return schema.map((item) => plain(item, definitions, suffix));
  if (!isMap(schema)) return schema;
  const { $ref, id: _, anyOf, ...rest } = schema as Json & { anyOf?: readonly Json[] };
  const own = Object.entries(rest)
    .filter(
      ([key, value]) => !(key === 'additionalProperties' && isMap(value) && Object.keys(value).length === 0),
    )
    .filter(([key, value]) => !(key === 'propertyNames' && isMap(value)))
    .map(([key, value]) => [key, plain(value, definitions, suffix)]);
  const words = anyOf?.some((one) => 'pattern' in one);
  const inner = anyOf?.map((one) => plain(words ? { ...one, type: undefined } : one, definitions, suffix));
  const both = {
    ...Object.fromEntries(own),
    ...(inner && { anyOf: inner }),
    ...(words && { type: 'string' }),
  };
  if (typeof $ref !== 'string') return JSON.parse(JSON.stringify(both));
  const name = $ref.slice($ref.lastIndexOf('/') + 1);
  const target = definitions[name]!;
  // Blocks are compared one by one; other definitions are put in their place.
  if ('properties' in target) return { ...both, block: name.replace(suffix, '') };
  return { ...(plain(target, definitions, suffix) as Json), ...both };
}

const sides = (minor: (typeof minors)[number] | undefined) => {
  const suffix = idOf('', minor);
  const shipped = agentSchemaWithHints(minor) as Json & { properties: Schemas; definitions: Schemas };
  const made = z.toJSONSchema(agentSchema(minor)) as unknown as Json & {
    properties: Schemas;
    $defs: Schemas;
  };
  return { suffix, shipped, made };
};

describe.each([undefined, ...minors])('%s', (minor) => {
  const { suffix, shipped, made } = sides(minor);
  const blocks = Object.entries(shipped.definitions).filter(([, schema]) => 'properties' in schema);

  test('has all blocks, open or closed as in the shipped schema', () => {
    expect(blocks.length).toBeGreaterThan(150);
    expect(
      Object.keys(made.$defs)
        .map((name) => name.replace(suffix, ''))
        .sort(),
    ).toEqual(
      blocks
        .map(([name]) => name)
        .filter((name) => name !== 'ConfigEntry')
        .sort(),
    );
    for (const [name, block] of blocks) {
      const own = made.$defs[`${name}${suffix}`];
      if (own)
        expect([name, own.type, own.additionalProperties ?? 'open']).toEqual([
          name,
          'object',
          block.additionalProperties ?? expect.toSatisfy((value) => value === 'open' || isMap(value)),
        ]);
    }
  });

  test('says the same of every option', () => {
    let count = 0;
    for (const [name, block] of [[agentBlock.name, shipped] as const, ...blocks]) {
      const own = (name === agentBlock.name ? made : made.$defs[`${name}${suffix}`]) as {
        properties: Schemas;
      };
      for (const [key, schema] of Object.entries(block.properties as Schemas)) {
        if (name === 'ConfigEntry' || Object.keys(schema).length === 0) continue;
        if (name === 'ConfigEntries' && key === 'bootstrap') continue;
        count++;
        expect([name, key, plain(own.properties[key], made.$defs, suffix)]).toEqual([
          name,
          key,
          plain(schema, shipped.definitions, suffix),
        ]);
      }
    }
    expect(count).toBeGreaterThan(1000);
  });
});

test('the kind of a config entry decides what it may have', () => {
  const ajv = new Ajv({ inlineRefs: false });
  ajv.addVocabulary([...extraKeywords]);
  const fits = ajv.compile(z.toJSONSchema(agentSchema('1.20'), { target: 'draft-07' }));
  const entry = (value: object) => fits({ config_entries: { bootstrap: [value] } });
  expect(entry({ kind: 'mesh', tls: { incoming: { tls_min_version: 'TLSv1_2' } } })).toBe(true);
  expect(entry({ Kind: 'service-defaults', protocol: 'http' })).toBe(true);
  expect(entry({ kind: 'mesh', protocol: 'http' })).toBe(false);
  expect(entry({ kind: 'nope' })).toBe(false);
});

test('an option alone has an id, its description, type and default', () => {
  const alone = (path: string) => {
    const { $ref, $defs } = z.toJSONSchema(optionSchema(path, '1.20')) as { $ref: string; $defs: Schemas };
    return [$ref, Object.values($defs)[0]];
  };
  expect(alone('ports')).toEqual([
    '#/$defs/ports-1.20',
    expect.objectContaining({
      type: 'object',
      description: 'Ports of all listeners.',
      additionalProperties: false,
      properties: expect.objectContaining({
        http: expect.objectContaining({ type: 'integer', default: 8500, maximum: 65535 }),
      }),
    }),
  ]);
  expect(alone('retry_interval')).toEqual([
    '#/$defs/retry_interval-1.20',
    expect.objectContaining({ type: 'string', pattern: expect.stringContaining('ms'), default: '30s' }),
  ]);
});
