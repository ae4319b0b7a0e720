/** The shape of `tls`, `acl`, `federation` and `patroni` in a manifest: what one word there says many options follow from. */
import * as z from 'zod';

/** In the JSON Schema a pointer to this definition stands in the place of such a value. */
const definition = <T extends z.ZodType>(id: string, shape: T, docs: string) =>
  shape.describe(docs).meta({ agentOptions: id });

const map = z.record(z.string(), z.unknown());

const pathPattern = z
  .string()
  .regex(/^(?:\/(?!\.{1,2}(?:\/|$))(?:[A-Za-z0-9._+-]|\{(?:node|datacenter|role|domain)\})+)+$/, {
    error:
      'must be an absolute path of letters, digits and . _ + - without "..", in which {node}, {datacenter}, {role} and {domain} are replaced',
  });

const name = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9._-]*$/, { error: 'must be a name of letters, digits and . _ -' });

export const clientTls = ['certificates', 'auto_encrypt', 'auto_config'] as const;

export const tlsSchema = z
  .strictObject({
    ca: pathPattern
      .optional()
      .describe('Where the CA certificate is on each host. Default: /etc/consul.d/tls/ca.pem.'),
    cert: pathPattern
      .optional()
      .describe('Where the certificate of a node is on its host. Default: /etc/consul.d/tls/{node}.pem.'),
    key: pathPattern
      .optional()
      .describe('Where the key of that certificate is. Default: /etc/consul.d/tls/{node}-key.pem.'),
    clients: z
      .enum(clientTls)
      .optional()
      .describe(
        'How clients come by a certificate: from files as the servers do (the default), or from the servers by ' +
          'auto_encrypt or auto_config.',
      ),
    https: z
      .union([z.literal(false), z.int().min(1).max(65535)])
      .optional()
      .describe(
        'Port of the HTTPS API where a node has a certificate of its own; false for none. Default: 8501.',
      ),
    verify_incoming_https: z
      .boolean()
      .optional()
      .describe('Whether HTTPS and gRPC turn away whoever shows no certificate of the CA. Default: false.'),
    intro_token_file: pathPattern
      .optional()
      .describe('With auto_config: where the introduction token (a JWT) is on each client.'),
  })
  .describe(
    'TLS between agents. Paths are patterns: {node}, {datacenter}, {role} and {domain} are replaced. Certificates are ' +
      'never made or copied; the runbook says how to.',
  );

export const aclSchema = definition(
  'Acl',
  map,
  'Access control, in the names of the `acl` option; on and denying by default where it does not say otherwise. Tokens ' +
    'go to the nodes that need them, by reference, in which {node}, {datacenter} and {role} are replaced.',
);

export const federationSchema = z
  .strictObject({
    primary: name
      .optional()
      .describe('The datacenter that rules over ACLs, intentions and the mesh CA. Default: the first.'),
    via: z
      .enum(['wan', 'mesh_gateways'])
      .optional()
      .describe(
        'How servers reach those of other datacenters: directly (the default), or through mesh gateways.',
      ),
    primary_gateways: z
      .array(z.string().min(1))
      .optional()
      .describe(
        'Mesh gateways of the primary datacenter, such as 192.0.2.10:8443; for the servers of the others.',
      ),
  })
  .describe('How several datacenters are one.');

export const patroniSchema = z
  .strictObject({
    scope: z
      .union([name, z.array(name).min(1)])
      .optional()
      .describe('The Patroni clusters, by their `scope`: their token may touch nothing else. Default: any.'),
    namespace: name.optional().describe("Patroni's `namespace`, the prefix of its keys. Default: service."),
    register_service: z
      .boolean()
      .optional()
      .describe('Whether Patroni registers its members as services. Default: false.'),
    consistency: z
      .enum(['default', 'consistent', 'stale'])
      .optional()
      .describe("Consul's consistency mode for what Patroni reads. Default: Consul's own."),
    token: definition(
      'secret',
      z.union([z.string(), map]),
      'The ACL token of Patroni, by reference; {node} in it is replaced.',
    ).optional(),
    group: z
      .string()
      .regex(/^[a-z_][a-z0-9_-]{0,30}$/, { error: 'must be the name of a group, such as postgres' })
      .optional()
      .describe('The group that may read the token on the host. Default: postgres.'),
  })
  .describe('What Patroni is told of its store, and what it may do there; with `profile: patroni`.');

export type TlsData = z.infer<typeof tlsSchema>;
export type FederationData = z.infer<typeof federationSchema>;
export type PatroniData = Omit<z.infer<typeof patroniSchema>, 'token'> & {
  readonly token?: string | undefined;
};
