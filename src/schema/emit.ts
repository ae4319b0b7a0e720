/**
 * JSON Schemas of an agent's configuration, made of the option table: for editors, for `check` and for other
 * languages. Draft-07, which VS Code and every validator read.
 */
import { agentBlock } from '../options/agent.ts';
import type { BlockKind, Kind, MapKind, ScalarKind, VariantKind } from '../options/kinds.ts';
import type { Option } from '../options/option.ts';
import {
  grammarIn,
  isOpen,
  keysIn,
  type Target,
  tagKeys,
  variantsIn,
} from '../options/releases/release-keys.ts';
import { visitKind } from '../options/visit.ts';
import { annotations } from './annotations.ts';
import { type JsonSchema, published } from './published.ts';

export type { JsonSchema } from './published.ts';

/** Words that are not of draft-07: hints for VS Code, which published schemas do without. */
export const extraKeywords = ['deprecationMessage', 'doNotSuggest', 'patternErrorMessage'] as const;

/** For one release, `1.16`, or, undefined, for all of them together. */
export const agentJsonSchema = (target: Target): JsonSchema =>
  published(target === undefined ? 'consul-agent' : `consul-agent-${target}`, agentSchemaWithHints(target));

/** The same with hints for VS Code, which its extension brings along. */
export function agentSchemaWithHints(target: Target): JsonSchema {
  const emitter = { target, definitions: new Map<string, JsonSchema>() };
  const root = blockBody(emitter, agentBlock);
  const definitions = [...emitter.definitions].sort(([a], [b]) => (a < b ? -1 : 1));
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: target === undefined ? 'Consul agent configuration' : `Consul ${target} agent configuration`,
    description: 'What one should write into a .json or .hcl file of a Consul agent. By consul-cfg.',
    ...root,
    definitions: Object.fromEntries(definitions),
  };
}

interface Emitter {
  readonly target: Target;
  /** Schemas that others refer to; reserved before they are made, since blocks contain themselves. */
  readonly definitions: Map<string, JsonSchema>;
}

const kindSchema = (emitter: Emitter, kind: Kind): JsonSchema =>
  visitKind(kind, {
    any: () => ({}),
    list: ({ of }) => ({ type: 'array', items: kindSchema(emitter, of) }),
    map: (map) => mapSchema(emitter, map),
    block: (block) => define(emitter, block.name, () => blockBody(emitter, block)),
    variant: (variant) => define(emitter, variant.name, () => variantBody(emitter, variant)),
    string: (string) => stringSchema(emitter, string),
    bool: () => ({ type: 'boolean' }),
    number: (number) => ({ type: number.shape === 'float' ? 'number' : 'integer', ...bounds(number) }),
  });

function define({ definitions }: Emitter, name: string, make: () => JsonSchema): JsonSchema {
  if (!definitions.has(name)) {
    definitions.set(name, {});
    definitions.set(name, make());
  }
  return { $ref: `#/definitions/${name}` };
}

const mapSchema = (emitter: Emitter, { of }: MapKind): JsonSchema =>
  of.shape === 'any' ? { type: 'object' } : { type: 'object', additionalProperties: kindSchema(emitter, of) };

const bounds = ({ min, max }: ScalarKind): JsonSchema => ({
  ...(min !== undefined && { minimum: min }),
  ...(max !== undefined && { maximum: max }),
});

function stringSchema(emitter: Emitter, kind: ScalarKind): JsonSchema {
  const grammar = grammarIn(kind, emitter.target);
  if (!grammar) return { type: 'string' };
  const { words, pattern } = grammar;
  const message = { patternErrorMessage: `Must be ${kind.wants}.` };
  if (words && pattern) return { type: 'string', anyOf: [{ enum: words }, { pattern, ...message }] };
  if (words) return { type: 'string', enum: words };
  return define(emitter, definitionName(kind), () => ({ type: 'string', pattern, ...message }));
}

const definitionName = ({ name }: ScalarKind): string => name.replaceAll(' ', '-');

function blockBody(
  emitter: Emitter,
  kind: BlockKind,
  tags: Readonly<Record<string, JsonSchema>> = {},
): JsonSchema {
  const properties: Record<string, JsonSchema> = { ...tags };
  const spellings: Record<string, JsonSchema> = {};
  const section = kind.section();
  for (const [key, option] of keysIn(kind, emitter.target)) {
    if (section[key] === option) properties[key] = optionSchema(emitter, option);
    else spellings[`^${key}$`] = { $ref: pointerTo(kind, section, option) };
  }
  return {
    type: 'object',
    properties,
    ...(Object.keys(spellings).length > 0 && { patternProperties: spellings }),
    ...(isOpen(kind) ? {} : { additionalProperties: false }),
  };
}

/** A second spelling is a pattern, which editors check and explain but do not offer. */
function pointerTo(kind: BlockKind, section: Readonly<Record<string, Option>>, option: Option): string {
  const name = Object.keys(section).find((key) => section[key] === option);
  return `#/definitions/${kind.name}/properties/${name}`;
}

function optionSchema(emitter: Emitter, option: Option): JsonSchema {
  return { ...kindSchema(emitter, option.kind), ...annotations(option, emitter.target) };
}

/** The tag is looked at first; the rest is that of the variant it names. */
function variantBody(emitter: Emitter, kind: VariantKind): JsonSchema {
  const variants = [...variantsIn(kind, emitter.target)];
  const [lower, upper] = tagKeys(kind);
  const tag = {
    type: 'string',
    enum: variants.map(([name]) => name),
    description: 'Which kind of entry this is.',
  };
  return {
    type: 'object',
    properties: { [lower]: tag },
    patternProperties: { [`^${upper}$`]: tag },
    // Strict validators want a property to be defined where it is required.
    oneOf: [lower, upper].map((key) => ({ properties: { [key]: {} }, required: [key] })),
    allOf: variants.map(([name, { block }]) => ({
      if: { anyOf: [tagged(lower, name), tagged(upper, name)] },
      // biome-ignore lint/suspicious/noThenProperty: the keyword of JSON Schema
      then: define(emitter, block.name, () => blockBody(emitter, block, { [lower]: {}, [upper]: {} })),
    })),
  };
}

const tagged = (key: string, name: string): JsonSchema => ({
  properties: { [key]: { const: name } },
  required: [key],
});
