/** What may be suggested: options that an agent of the release takes, and that one should write. */
import type { Found } from '../lookup.ts';
import type { Option } from '../option.ts';
import { isAtLeast, knownIn } from '../releases/versions.ts';

/** @param version undefined: any of the modelled releases */
export function isUsable(option: Option, version: string | undefined): boolean {
  if (option.internal || option.ignoredWithWarning) return false;
  if (option.enterprise === 'refused' || option.enterprise === 'unknown') return false;
  if (option.refused === 'always') return false;
  if (version === undefined) return option.removed === undefined;
  return knownIn(option, version) && (!option.refused || isAtLeast(version, option.refused.before));
}

/** The same with the blocks around it; and not deprecated, since no new file needs that. */
export const isUsableAt = ({ trail }: Found, version: string | undefined): boolean =>
  trail.every((option) => isUsable(option, version) && option.deprecated === undefined);
