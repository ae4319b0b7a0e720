/** Whether something is to be looked for in an option at all: most hold nothing old and nothing secret. */
import type { Option } from './option.ts';
import { blocksIn } from './visit.ts';

/** @returns whether an option, or one inside of it, may be such; found out once for each */
export function containing(is: (option: Option) => boolean): (option: Option) => boolean {
  const known = new Map<Option, boolean>();
  const holds = (option: Option): boolean => {
    const found = known.get(option);
    if (found !== undefined) return found;
    // Some blocks hold their like: these are looked into.
    known.set(option, true);
    const result =
      is(option) || blocksIn(option.kind).some(({ block }) => Object.values(block.section()).some(holds));
    known.set(option, result);
    return result;
  };
  return holds;
}

/** Whether an option is a secret, or a block with one in it. */
export const containsSecret = containing(({ secret }) => secret === true);
