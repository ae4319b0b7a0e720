import * as z from 'zod';

const pathPattern = z
  .string()
  .regex(/^(?:\/(?!\.{1,2}(?:\/|$))(?:[A-Za-z0-9._+-]|\{(?:node|datacenter|role|domain)\})+)+$/, {
    error:
      'must be an absolute path of letters, digits and . _ + - without "..", in which {node}, {datacenter}, {role} and {domain} are replaced',
  });

const clientTls = ['certificates', 'auto_encrypt', 'auto_config'] as const;

export const schema = z
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
        'How clients get a certificate: from files as servers do (the default), or from the servers by ' +
          'auto_encrypt or auto_config.',
      ),
    https: z
      .union([z.literal(false), z.int().min(1).max(65535)])
      .optional()
      .describe('Port of the HTTPS API where a node has a certificate; false turns it off. Default: 8501.'),
    verify_incoming_https: z
      .boolean()
      .optional()
      .describe(
        'Whether HTTPS and gRPC reject clients without a certificate that the CA signed. Default: false.',
      ),
    intro_token_file: pathPattern
      .optional()
      .describe('With auto_config: where the introduction token (a JWT) is on each client.'),
  })
  .describe(
    'TLS between agents. Paths are patterns: {node}, {datacenter}, {role} and {domain} are replaced. consul-cfg ' +
      'never creates or copies certificates; the runbook has the commands for that.',
  );
