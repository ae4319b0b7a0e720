/** Prints what a script may give for the keys of a manifest, from their zod schemas. */
import * as z from 'zod';
import { keySchemas, layeredKeySchemas } from '../../../src/manifest/generated/schemas.ts';
import { comment } from './comment.ts';

const head = `/**
 * The keys of a manifest as a script gives them. Generated from the schemas of src/manifest/keys by \`npm run generate\`.
 */
import type { AgentConfig } from '../../options/agent-config.ts';
import type { ConsulRelease } from '../../options/releases/consul-release.ts';

`;

interface Schema {
  readonly type?: string;
  readonly description?: string;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly Schema[];
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: Schema | boolean;
  /** The definition of the agent's options that is in the place of this schema. */
  readonly agentOptions?: string;
}

export function keyInputsText(): string {
  const printer = new Printer();
  const keys = (name: string, docs: string, schemas: Readonly<Record<string, z.ZodType>>) =>
    printer.declare(name, docs, {
      properties: Object.fromEntries(
        Object.entries(schemas).map(([key, schema]) => [
          key,
          z.toJSONSchema(schema, { io: 'input' }) as Schema,
        ]),
      ),
    });
  keys('KeyInputs', 'What an estate may have besides nodes and options.', keySchemas);
  keys('LayeredKeyInputs', 'What a class and a node may have too.', layeredKeySchemas);
  return `${head}${printer.texts.join('\n')}`;
}

class Printer {
  readonly texts: string[] = [];
  readonly #declared = new Set<string>();

  declare(name: string, docs: string, { properties = {}, required = [] }: Schema): string {
    if (this.#declared.has(name)) return name;
    this.#declared.add(name);
    const place = this.texts.push('') - 1;
    const members = Object.entries(properties).map(([key, schema]) => {
      const type = this.#typeOf(schema, interfaceName(name, key));
      const member = required.includes(key) ? `${key}: ${type}` : `${key}?: ${type} | undefined`;
      return `${comment(schema.description ?? '')}  readonly ${member};\n`;
    });
    const release = name === 'KeyInputs' ? '<Release extends ConsulRelease = ConsulRelease>' : '';
    this.texts[place] =
      `${comment(docs, [], '')}export interface ${name}${release} {\n${members.join('')}}\n`;
    return name;
  }

  #typeOf(schema: Schema, name: string): string {
    if (schema.agentOptions === 'Acl') return "NonNullable<AgentConfig<Release>['acl']>";
    if (schema.agentOptions === 'secret') return 'string';
    if (schema.enum) return schema.enum.map(literal).join(' | ');
    if ('const' in schema) return literal(schema.const);
    if (schema.anyOf) return [...new Set(schema.anyOf.map((one) => this.#typeOf(one, name)))].join(' | ');
    if (schema.properties) return this.declare(name, schema.description ?? docsOf(name), schema);
    if (schema.type === 'array') return `readonly ${bracketed(this.#typeOf(schema.items ?? {}, name))}[]`;
    if (schema.type === 'object')
      return `Readonly<Record<string, ${this.#typeOf(schema.additionalProperties as Schema, name)}>>`;
    return scalars[schema.type ?? ''] ?? 'unknown';
  }
}

const scalars: Readonly<Record<string, string>> = {
  string: 'string',
  integer: 'number',
  number: 'number',
  boolean: 'boolean',
  null: 'null',
};

/** `KeyInputs`, `tls` → `TlsInput`. */
function interfaceName(parent: string, key: string): string {
  const own = key.split('_').map((word) => `${word.charAt(0).toUpperCase()}${word.slice(1)}`);
  const outer = parent.endsWith('KeyInputs') ? '' : parent.replace(/Input$/, '');
  return `${outer}${own.join('')}Input`;
}

const docsOf = (name: string): string => `One of the values of ${name.replace(/Input$/, '').toLowerCase()}.`;

const literal = (value: unknown): string => (typeof value === 'string' ? `'${value}'` : String(value));

const bracketed = (type: string): string => (type.includes(' | ') ? `(${type})` : type);
