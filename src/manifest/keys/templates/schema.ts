import * as z from 'zod';

const use = z.union([
  z.string(),
  z
    .strictObject({
      file: z.string().describe('The template, relative to this manifest.'),
      mode: z
        .string()
        .regex(/^0?[0-7]{3}$/, { error: 'must be a mode such as "0644"' })
        .optional()
        .describe('Mode on the host, in quotes. Default: that of the file it replaces, else 0644.'),
      owner: z
        .string()
        .regex(/^[a-z_][a-z0-9_-]{0,30}:[a-z_][a-z0-9_-]{0,30}$/, { error: 'must be USER:GROUP' })
        .optional()
        .describe('Owner on the host. Default: that of the file it replaces, else root:root.'),
    })
    .describe('A template, and the owner and mode of the file that it makes.'),
]);

export const schema = z
  .record(z.string(), use.nullable())
  .describe(
    'Files of your own, by their path on the host without the first slash: a Handlebars template for each, or null to ' +
      'leave a file out. docs/manifest.md lists what a template can refer to.',
  );
