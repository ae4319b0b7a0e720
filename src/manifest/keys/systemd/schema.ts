import * as z from 'zod';
import { accountName } from '../shapes.ts';

/** It is written into a unit and into shell commands. */
const path = z
  .string()
  .regex(/^(?:\/[A-Za-z0-9._+-]+)+$/, { error: 'must be an absolute path of letters, digits and . _ + -' });

const account = accountName('must be the name of a system account, such as consul');

const line = z
  .string()
  .regex(/^[^\p{Cc}\p{Cf}\p{Zl}\p{Zp}]*$/u, { error: 'must be one line without control characters' })
  .regex(/(?:^|[^\\])$/, { error: 'must not end with a backslash, which would join the next line to it' });

const scalar = z.union([line, z.number(), z.boolean()]);

export const schema = z
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
          'A list gives one several times; an empty text clears what it held before.',
      ),
  })
  .describe('The systemd unit.');

export type SystemdData = z.infer<typeof schema>;
