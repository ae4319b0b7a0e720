/** Options that no file sets, and that may be set nevertheless: then nothing is said to be missing. */
import type { Node } from '../subjects.ts';

/** True where a flag is filled in later, or something that starts agents mentions one of the options. */
export function maySetElsewhere({ unit, deployments = [] }: Node, ...options: readonly string[]): boolean {
  if (unit?.flags.open) return true;
  return options.some(
    (option) => unit?.flags.unknown.has(option) === true || deployments.some(({ maySet }) => maySet(option)),
  );
}
