/** The names by which settings and flags choose among rules. */

/** Sets of rules. */
export const presets = ['recommended', 'strict'] as const;
export type Preset = (typeof presets)[number];

/** Uses of a cluster that have rules of their own; a manifest has further profiles, which set options only. */
export const profiles = ['patroni'] as const;
export type Profile = (typeof profiles)[number];
