import * as z from 'zod';
import { accountName, definition, openMap, plainName } from '../shapes.ts';

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
      .describe("Patroni's `namespace`, the prefix of its keys. Default: service."),
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
      z.union([z.string(), openMap]) as unknown as z.ZodType<string>,
      'The ACL token of Patroni, by reference; {node} in it is replaced.',
    ).optional(),
    group: accountName('must be the name of a group, such as postgres')
      .optional()
      .describe('The group that may read the token on the host. Default: postgres.'),
  })
  .describe('How Patroni uses this store and what its token may do; with `profile: patroni`.');
