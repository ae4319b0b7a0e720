/**
 * The shape of `cluster.yaml`. `schemas/cluster.schema.json` is made from it, so what an editor completes is what
 * loading accepts. Agent options stay open here: the option table says in the JSON Schema what they are, and the lint
 * judges them when a node is rendered.
 */
import * as z from 'zod';
import { firewallSchema } from './firewall/schema.ts';
import { aclSchema, federationSchema, patroniSchema, tlsSchema } from './security/schema.ts';
import { templatesSchema } from './templates/schema.ts';

/** Replaced in the JSON Schema by the agent's own schema, with references where an option is secret. */
export const agentOptionsId = 'AgentOptions';

const agentOptions = (docs: string) =>
  z
    .record(z.string(), z.unknown())
    .nullable()
    .describe(`${docs} Consul's own option names and nesting; null takes a value away, a derived one too.`)
    .meta({ agentOptions: agentOptionsId });

const version = z
  .string()
  .regex(/^\d+\.\d+(?:\.\d+)?$/, { error: 'must be a Consul release such as "1.16" or "1.16.4"' })
  .describe('The Consul release that the files are for, in quotes: "1.16".');

const filePaths = z
  .union([z.string(), z.array(z.string())])
  .describe('Manifests that this one is laid over, relative to it: maps key by key, all else is replaced.');

/** It stands in a unit, and in commands for a shell. */
const path = z
  .string()
  .regex(/^(?:\/[A-Za-z0-9._+-]+)+$/, { error: 'must be an absolute path of letters, digits and . _ + -' });

const account = z
  .string()
  .regex(/^[a-z_][a-z0-9_-]{0,30}$/, { error: 'must be the name of a system account, such as consul' });

const line = z
  .string()
  .regex(/^[^\p{Cc}\p{Cf}\p{Zl}\p{Zp}]*$/u, { error: 'must be one line without control characters' })
  .regex(/(?:^|[^\\])$/, { error: 'must not end with a backslash, which would join the next line to it' });

const scalar = z.union([line, z.number(), z.boolean()]);

export const systemdSchema = z
  .strictObject({
    binary: path
      .optional()
      .describe(
        'Where the consul binary is on the hosts. Default: /usr/local/bin/consul; of a package, /usr/bin/consul.',
      ),
    drop_in: z
      .boolean()
      .optional()
      .describe('A package ships the unit: write a drop-in with what must differ, instead of a whole unit.'),
    user: account.optional().describe('The account that the agent runs as. Default: consul.'),
    group: account.optional().describe('Its group. Default: the same name as the user.'),
    service: z
      .record(
        z
          .string()
          .regex(/^[A-Z][A-Za-z]+$/, { error: 'must be a directive of [Service], such as LimitNOFILE' }),
        z.union([line, z.number(), z.boolean(), z.array(scalar)]),
      )
      .optional()
      .describe(
        'Directives of [Service], read after the others as those of a drop-in are, such as LimitNOFILE: 131072. ' +
          'A list gives one several times; an empty text forgets what it held before.',
      ),
  })
  .describe('The systemd unit.');

export const presetNames = ['patroni', 'production', 'dev'] as const;
export type PresetName = (typeof presetNames)[number];

const preset = z.enum(presetNames);
const presets = z
  .union([preset, z.array(preset)])
  .describe('Settings that belong together; `patroni` also turns the lint rules of that name on.');

const names = z.union([z.string(), z.array(z.string())]);

const nodeClass = z.strictObject({
  config: agentOptions('Options of every node of this class.').optional(),
  systemd: systemdSchema.optional(),
  templates: templatesSchema.optional(),
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
    config: agentOptions('Options of this node.').optional(),
    systemd: systemdSchema.optional(),
    templates: templatesSchema.optional(),
  })
  .nullable();

const nodes = (docs: string) =>
  z
    .union([z.array(z.string()), z.record(z.string(), node)])
    .describe(`${docs}: a list of names, or a map by name.`);

const datacenterFields = {
  servers: nodes('The servers').optional(),
  clients: nodes('The clients').optional(),
  config: agentOptions('Options of every agent.').optional(),
  server_config: agentOptions('Options of every server.').optional(),
  client_config: agentOptions('Options of every client.').optional(),
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
    profile: presets.optional(),
    tls: tlsSchema.optional(),
    acl: aclSchema.optional(),
    federation: federationSchema.optional(),
    patroni: patroniSchema.optional(),
    format: z.enum(['json', 'hcl']).optional().describe('Format of the configuration files. Default: json.'),
    systemd: systemdSchema.optional(),
    firewall: firewallSchema.optional(),
    templates: templatesSchema.optional(),
  })
  .describe('A Consul estate: what is common, what differs. `consul-cfg render` derives the rest.');

export type SystemdData = z.infer<typeof systemdSchema>;
