import * as z from 'zod';

export const profileNames = ['patroni', 'production', 'dev'] as const;
export type ProfileName = (typeof profileNames)[number];

const profile = z.enum(profileNames);

export const schema = z
  .union([profile, z.array(profile)])
  .describe(
    'What the cluster is used for: options that belong together. `patroni` also turns on the lint rules for it.',
  );
