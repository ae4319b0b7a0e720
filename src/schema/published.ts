/**
 * A JSON Schema as it is published: with the address that names it, and only words of draft-07, which validators in strict
 * mode insist on.
 */
import packageJson from '../../package.json' with { type: 'json' };

export type JsonSchema = { readonly [keyword: string]: unknown };

/** In the repository, which has those of single releases too: that of the newest release with the same first number. */
export const schemaAddress = (name: string): string =>
  `https://cdn.jsdelivr.net/gh/consul-cfg/consul-cfg@${packageJson.version.split('.')[0]}/schemas/${name}.schema.json`;

export function published(name: string, { $schema, ...rest }: JsonSchema): JsonSchema {
  return { $schema, $id: schemaAddress(name), ...(plain(rest) as JsonSchema) };
}

/** Words whose value is a schema, or a list of them. */
const inner = new Set(
  'items additionalProperties anyOf allOf oneOf not if then else contains propertyNames'.split(' '),
);
/** Words whose value is a map of schemas by name. */
const maps = new Set(['properties', 'patternProperties', 'definitions']);

/** What only VS Code knows becomes a sentence of the description, or goes. */
function plain(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(plain);
  if (typeof schema !== 'object' || schema === null) return schema;
  const { deprecationMessage, doNotSuggest, patternErrorMessage, type, ...rest } = schema as JsonSchema;
  const sentences = [rest.description, deprecationMessage];
  const description = sentences.filter((text) => text !== undefined).join('\n\n');
  const entries = Object.entries(rest).map(([word, value]) => [word, wordValue(word, value)]);
  return {
    // Of several types strict validators take only a choice.
    ...(Array.isArray(type) ? { anyOf: type.map((one) => ({ type: one })) } : type !== undefined && { type }),
    ...Object.fromEntries(entries),
    ...(description !== '' && { description }),
  };
}

function wordValue(word: string, value: unknown): unknown {
  if (inner.has(word)) return plain(value);
  if (!maps.has(word)) return value;
  return Object.fromEntries(
    Object.entries(value as JsonSchema).map(([name, schema]) => [name, plain(schema)]),
  );
}
