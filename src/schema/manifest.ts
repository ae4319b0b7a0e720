/**
 * The schema of `cluster.yaml`: the manifest's zod schema, with the agent's own schema in the place of its options, so
 * that an editor completes them too. There, a secret is a reference, and null takes a value away.
 */
import * as z from 'zod';
import { agentOptionsId, manifestSchema as manifest } from '../manifest/schema.ts';
import { agent } from '../options/agent.ts';
import type { BlockKind, Kind } from '../options/kinds.ts';
import { walk } from '../options/lookup.ts';
import type { Section } from '../options/option.ts';
import { agentSchemaWithHints, type JsonSchema } from './emit.ts';
import { published } from './published.ts';

type Schemas = Readonly<Record<string, JsonSchema>>;

const reference: JsonSchema = {
  description: 'A secret, by reference: a manifest never contains the secret itself.',
  type: 'object',
  properties: {
    env: { type: 'string', description: 'A variable of the environment in which render runs.' },
    file: { type: 'string', description: 'A file that holds it; relative to the manifest.' },
    generate: {
      type: 'string',
      description:
        'A file in which it is made once and then kept; relative to the manifest, such as secrets/gossip.key.',
    },
    command: {
      type: 'array',
      items: { type: 'string' },
      minItems: 1,
      description: 'A program that prints it, and its arguments; no shell is between.',
    },
  },
  additionalProperties: false,
  minProperties: 1,
  maxProperties: 1,
};

/**
 * The zod schema of `cluster.yaml` as data. One parse reports all errors of its keys; options of agents may be anything
 * here, and `agentSchema` and `lint` check them.
 *
 * @example
 * manifestSchema().parse({ consul: '1.20', servers: ['srv1', 'srv2', 'srv3'] });
 */
export const manifestSchema = (): typeof manifest => manifest;

/**
 * The JSON Schema (draft-07) of `cluster.yaml` with the options of agents of all releases, the same as
 * `consul-cfg/schemas/cluster.schema.json`.
 *
 * @example
 * writeFileSync('cluster.schema.json', JSON.stringify(manifestJsonSchema()));
 */
export function manifestJsonSchema(): JsonSchema {
  // A release may be given by a file that this one extends, or that extends this one.
  const {
    $schema,
    required: _consul,
    ...keys
  } = z.toJSONSchema(manifest, {
    target: 'draft-07',
    override: ({ jsonSchema }) => pointToAgent(jsonSchema as Record<string, unknown>),
  });
  const { properties, definitions } = agentSchemaWithHints(undefined);
  const options = { type: 'object', properties: nullable(withReferences(agent, properties as Schemas)) };
  return published('cluster', {
    $schema,
    title: 'Consul cluster manifest',
    ...keys,
    definitions: {
      [agentOptionsId]: { ...options, additionalProperties: false },
      secret: reference,
      ...definitionsWithReferences(definitions as Schemas),
    },
  });
}

/** The marker that the zod schema carries becomes a pointer. */
function pointToAgent(schema: Record<string, unknown>): void {
  const { description, agentOptions: id } = schema;
  if (typeof id !== 'string') return;
  for (const key of Object.keys(schema)) delete schema[key];
  const target = { $ref: `#/definitions/${id}` };
  Object.assign(schema, {
    description,
    ...(id === agentOptionsId ? { anyOf: [target, { type: 'null' }] } : { allOf: [target] }),
  });
}

function nullable(properties: Schemas): Schemas {
  return mapValues(properties, ({ description, ...schema }) => ({
    description,
    anyOf: [schema, { type: 'null' }],
  }));
}

function withReferences(section: Section, properties: Schemas): Schemas {
  return mapValues(properties, (schema, name) => {
    const secret = Object.hasOwn(section, name) && section[name]!.secret === true;
    return secret ? { description: schema.description, $ref: '#/definitions/secret' } : schema;
  });
}

/** Definitions are named after their blocks. */
function definitionsWithReferences(definitions: Schemas): Schemas {
  const blocks = new Map<string, BlockKind>();
  walk(agent, ({ kind }) => {
    for (const block of blocksOf(kind)) blocks.set(block.name, block);
  });
  return mapValues(definitions, (schema, name) => {
    const block = blocks.get(name);
    if (!block || !schema.properties) return schema;
    return { ...schema, properties: withReferences(block.section(), schema.properties as Schemas) };
  });
}

function blocksOf(kind: Kind): readonly BlockKind[] {
  if (kind.shape === 'list' || kind.shape === 'map') return blocksOf(kind.of);
  return kind.shape === 'block' ? [kind] : [];
}

function mapValues(record: Schemas, change: (schema: JsonSchema, name: string) => JsonSchema): Schemas {
  return Object.fromEntries(Object.entries(record).map(([name, schema]) => [name, change(schema, name)]));
}
