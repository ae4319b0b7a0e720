/** The keys that are possible at a path of a manifest: its own keys from its schema, below `config` those of the option table. */
import * as z from 'zod';
import { agentOptionsId, manifestSchema } from '../../manifest/schema.ts';

interface JsonSchema {
  readonly description?: string;
  readonly type?: string;
  readonly enum?: readonly unknown[];
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly additionalProperties?: JsonSchema | boolean;
  readonly items?: JsonSchema;
  readonly anyOf?: readonly JsonSchema[];
  readonly agentOptions?: string;
}

export type Known =
  /** The agent's options: a path in their table, empty for all of them. */
  | { readonly kind: 'options'; readonly path: string }
  | {
      readonly kind: 'manifest';
      readonly docs: string;
      readonly keys: readonly string[];
      readonly values: readonly string[];
    };

/** Undefined where nothing is known of the path. */
export function knownAt(path: readonly string[]): Known | undefined {
  let schemas: readonly JsonSchema[] = [root()];
  for (const [i, step] of path.entries()) {
    if (schemas.some(isOptions)) return { kind: 'options', path: path.slice(i).join('.') };
    schemas = schemas.flatMap(alternatives).flatMap((schema) => child(schema, step));
  }
  if (schemas.some(isOptions)) return { kind: 'options', path: '' };
  if (schemas.length === 0) return undefined;
  const all = schemas.flatMap(alternatives);
  return {
    kind: 'manifest',
    docs: [...schemas, ...all].find(({ description }) => description)?.description ?? '',
    keys: [...new Set(all.flatMap(({ properties }) => Object.keys(properties ?? {})))],
    values: [...new Set(all.flatMap((schema) => schema.enum ?? schema.items?.enum ?? []).map(String))],
  };
}

let schema: JsonSchema | undefined;

function root(): JsonSchema {
  schema ??= z.toJSONSchema(manifestSchema) as JsonSchema;
  return schema;
}

const isOptions = (one: JsonSchema): boolean =>
  alternatives(one).some(({ agentOptions }) => agentOptions === agentOptionsId);

const alternatives = (one: JsonSchema): readonly JsonSchema[] => [
  one,
  ...(one.anyOf ?? []).flatMap(alternatives),
];

function child({ properties, additionalProperties }: JsonSchema, key: string): readonly JsonSchema[] {
  if (properties && Object.hasOwn(properties, key)) return [properties[key]!];
  return typeof additionalProperties === 'object' ? [additionalProperties] : [];
}
