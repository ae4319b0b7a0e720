import * as z from 'zod';
import { accountName, definition, openMap, plainName } from '../shapes.ts';

export const packagings = ['pip', 'pgdg', 'debian'] as const;
export type Packaging = (typeof packagings)[number];

const secret = (docs: string) =>
  definition('secret', z.union([z.string(), openMap]) as unknown as z.ZodType<string>, docs);

/** It is written into units, YAML and shell commands. */
const path = z.string().regex(/^(?:\/(?!\.{1,2}(?:\/|$))[A-Za-z0-9._+-]+)+$/, {
  error: 'must be an absolute path of letters, digits and . _ + -',
});

const network = z
  .string()
  .regex(/^[0-9A-Fa-f.:]+\/[0-9]{1,3}$/, { error: 'must be a network such as 10.30.0.0/16' });

const postgresql = z
  .strictObject({
    version: z.int().min(14).max(99).describe('The major release of PostgreSQL, such as 17.'),
    cluster: plainName
      .optional()
      .describe("With `packaging: debian`, Debian's name of the cluster. Default: main."),
    port: z.int().min(1).max(65535).optional().describe('Default: 5432.'),
    data_dir: path
      .optional()
      .describe('Its data directory; needed with `packaging: pip`. Default: that of the packages.'),
    bin_dir: path
      .optional()
      .describe('Where its programs are; needed with `packaging: pip`. Default: that of the packages.'),
    superuser: secret('The password of postgres, by reference; the same on all members.'),
    replication: secret('The password of replicator, with which members copy and follow the primary.'),
    rewind: secret(
      'The password of rewind, a role that may rewind an old primary. Default: the superuser does that.',
    ).optional(),
    clients: z
      .array(network)
      .optional()
      .describe('Networks from which applications connect with a password. Default: none.'),
  })
  .describe('Renders a complete Patroni configuration with the PostgreSQL that it describes.');

export const schema = z
  .strictObject({
    scope: z
      .union([plainName, z.array(plainName).min(1)])
      .optional()
      .describe(
        'The Patroni clusters, by their `scope`: their token grants access to nothing else. Default: any.',
      ),
    namespace: plainName
      .optional()
      .describe(
        "Patroni's `namespace`, the prefix of its keys. Default: service; with `packaging: debian`, postgresql-common.",
      ),
    packaging: z
      .enum(packagings)
      .optional()
      .describe(
        "How Patroni is installed, which decides where it reads its configuration: `pip`, and `pgdg` (PostgreSQL's own " +
          "RPMs), in /etc/patroni; `debian` (Debian, Ubuntu, PostgreSQL's own apt repository) in a file of each cluster. " +
          'Default: pip.',
      ),
    binary: path
      .optional()
      .describe(
        'Where the patroni program is, next to patronictl. Default: /usr/bin/patroni of packages, /usr/local/bin/patroni with pip.',
      ),
    register_service: z
      .boolean()
      .optional()
      .describe(
        'Whether Patroni registers its members as services, so that primary.SCOPE.service.consul is a name. Default: false.',
      ),
    service_tags: z
      .array(z.string().min(1))
      .optional()
      .describe('Tags of the service besides the role of the member; with `register_service`.'),
    service_check_interval: z
      .string()
      .regex(/^\d+(?:ms|s|m)$/, { error: 'must be a duration such as 5s' })
      .optional()
      .describe("How often the agent asks Patroni's REST API; with `register_service`. Default: 5s."),
    service_check_tls_server_name: z
      .string()
      .min(1)
      .optional()
      .describe(
        "The name that the certificates of all members' REST APIs have, where these have TLS and no address in the " +
          'certificate; with `register_service`.',
      ),
    consistency: z
      .enum(['default', 'consistent', 'stale'])
      .optional()
      .describe("Consul's consistency mode for what Patroni reads. Default: Consul's own."),
    token: secret('The ACL token of Patroni, by reference; {node} in it is replaced.').optional(),
    group: accountName('must be the name of a group, such as postgres')
      .optional()
      .describe('The group that may read the token and the passwords on the host. Default: postgres.'),
    ttl: z
      .int()
      .min(20)
      .optional()
      .describe(
        'Seconds after which a leader key expires that is not renewed; loop_wait + 2 * retry_timeout must fit into it. Default: 30.',
      ),
    loop_wait: z.int().min(1).optional().describe('Seconds between two rounds of Patroni. Default: 10.'),
    retry_timeout: z
      .int()
      .min(3)
      .optional()
      .describe('Seconds for which Patroni repeats a request that fails before it gives up. Default: 10.'),
    failsafe_mode: z
      .boolean()
      .optional()
      .describe(
        'Whether the primary goes on without the store while all members confirm over their REST API. Default: true.',
      ),
    postgresql: postgresql.optional(),
  })
  .describe('How Patroni uses this store and what its token may do; with `profile: patroni`.');
