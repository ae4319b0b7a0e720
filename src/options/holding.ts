/** Whether something is to be looked for in an option at all: most hold nothing old and nothing secret. */
import type { Kind } from './kinds.ts';
import type { Option } from './option.ts';

/** @returns whether an option, or one inside of it, may be such; found out once for each */
export function holding(is: (option: Option) => boolean): (option: Option) => boolean {
  const known = new Map<Option, boolean>();
  const holds = (option: Option): boolean => {
    const found = known.get(option);
    if (found !== undefined) return found;
    // Some blocks hold their like: these are looked into.
    known.set(option, true);
    const result = is(option) || inside(option.kind);
    known.set(option, result);
    return result;
  };
  const inside = (kind: Kind): boolean => {
    switch (kind.shape) {
      case 'block':
        return Object.values(kind.section()).some(holds);
      case 'list':
      case 'map':
        return inside(kind.of);
      case 'variant':
        return Object.values(kind.variants).some(({ block }) => inside(block));
      default:
        return false;
    }
  };
  return holds;
}

/** Whether an option is a secret, or a block with one in it. */
export const holdsSecret = holding(({ secret }) => secret === true);
