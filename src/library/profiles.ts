/** The profiles that a manifest may choose. */
import { profiles } from '../manifest/keys/profile/profiles.ts';
import type { ProfileName } from '../manifest/keys/profile/schema.ts';

const described = (): Readonly<Record<ProfileName, string>> =>
  Object.fromEntries(Object.entries(profiles).map(([name, { docs }]) => [name, docs])) as Record<
    ProfileName,
    string
  >;

/** What each profile is for, by its name. */
export const manifestProfiles: Readonly<Record<ProfileName, string>> = /* @__PURE__ */ described();
