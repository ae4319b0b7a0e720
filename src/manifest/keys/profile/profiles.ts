/** Every profile: one line here, one file next to this one. */
import { dev } from './dev.ts';
import { patroni } from './patroni.ts';
import { production } from './production.ts';
import type { Profile } from './profile.ts';
import type { ProfileName } from './schema.ts';

export const profiles: Readonly<Record<ProfileName, Profile>> = { patroni, production, dev };
