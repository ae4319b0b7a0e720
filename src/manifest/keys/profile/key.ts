/** `profile` of a manifest: one or several. */
import type { Structure } from '../../structure.ts';
import { wordsOf } from '../../values.ts';
import { key } from '../key.ts';
import { profiles } from './profiles.ts';
import type { ProfileName } from './schema.ts';

type WithProfile = Structure & { readonly profile: readonly ProfileName[] };

const record = key({
  read: (value) => wordsOf(value) as readonly ProfileName[],
  settings: ({ profile }: WithProfile, { role }, { quorum }) =>
    profile.flatMap((name) => profiles[name].settings({ role, servers: quorum })),
});

export { record as key };
