/**
 * The shape of `cluster.yaml`: the nodes and layers of options, written here, and the keys of `keys/`.
 * `schemas/cluster.schema.json` is generated from it, so that an editor completes exactly what loading accepts. Agent
 * options stay open here: the JSON Schema takes them from the option table, and rendering lints them.
 */
import * as z from 'zod';
import { keySchemas, layeredKeySchemas } from './generated/schemas.ts';

/** Replaced in the JSON Schema by the agent's own schema, with references where an option is secret. */
export const agentOptionsId = 'AgentOptions';

const agentOptions = (docs: string) =>
  z
    .record(z.string(), z.unknown())
    .nullable()
    .describe(`${docs} Consul's own option names and nesting; null removes a value, a derived one too.`)
    .meta({ agentOptions: agentOptionsId })
    .optional();

const version = z
  .string()
  .regex(/^v?\d+\.\d+(?:\.\d+(?:-[0-9A-Za-z.-]+)?)?(?:\+[0-9A-Za-z.-]+)?$/, {
    error: 'must be a Consul release such as "1.16" or "1.16.4"',
  })
  .describe('The Consul release that the files are for, in quotes: "1.16".');

const filePaths = z
  .union([z.string(), z.array(z.string())])
  .describe(
    'Manifests that this one is laid over, relative to it: maps are merged key by key, other values are replaced.',
  );

const names = z.union([z.string(), z.array(z.string())]);

type Optional<Schemas extends Readonly<Record<string, z.ZodType>>> = {
  -readonly [Name in keyof Schemas]: z.ZodOptional<Schemas[Name]>;
};

const optional = <Schemas extends Readonly<Record<string, z.ZodType>>>(schemas: Schemas) =>
  Object.fromEntries(
    Object.entries(schemas).map(([name, schema]) => [name, schema.optional()]),
  ) as Optional<Schemas>;

const layeredKeys = optional(layeredKeySchemas);

const nodeClass = z.strictObject({
  config: agentOptions('Options of every node of this class.'),
  ...layeredKeys,
});

const node = z
  .strictObject({
    address: z
      .string()
      .min(1)
      .optional()
      .describe(
        'IP address by which the other nodes reach it, or a go-sockaddr template such as {{ GetPrivateIP }}.',
      ),
    class: names.optional().describe('Classes, from general to special; see `classes`.'),
    consul: version.optional().describe('Release of this node alone, during a rolling upgrade.'),
    config: agentOptions('Options of this node.'),
    ...layeredKeys,
  })
  .nullable();

const nodes = (docs: string) =>
  z
    .union([z.array(z.string()), z.record(z.string(), node)])
    .describe(`${docs}: a list of names, or a map by name.`);

const datacenterFields = {
  servers: nodes('The servers').optional(),
  clients: nodes('The clients').optional(),
  config: agentOptions('Options of every agent.'),
  server_config: agentOptions('Options of every server.'),
  client_config: agentOptions('Options of every client.'),
};

export const manifestSchema = z
  .strictObject({
    consul: version,
    extends: filePaths.optional(),
    datacenter: z.string().optional().describe('Name of the datacenter. Default: dc1.'),
    datacenters: z
      .record(z.string(), z.strictObject(datacenterFields))
      .optional()
      .describe(
        'Several datacenters by name, joined over the WAN; instead of datacenter, servers and clients.',
      ),
    ...datacenterFields,
    classes: z.record(z.string(), nodeClass).optional().describe('Classes of nodes, by name.'),
    ...optional(keySchemas),
  })
  .describe('A Consul estate: what its nodes have in common and how they differ. `render` derives the rest.');
