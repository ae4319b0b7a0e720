/** The words for what an option wants. */
import type { Kind } from '../../options/kinds.ts';
import { visitKind } from '../../options/visit.ts';

/** What a value of the kind must be: completes "must be …". */
export const wantsOf = (kind: Kind): string =>
  visitKind(kind, {
    list: ({ of }) => (of.shape === 'block' || of.shape === 'variant' ? 'a list of blocks' : 'a list'),
    map: () => 'a map of keys and values',
    block: () => 'one block',
    variant: () => 'one block',
    any: () => 'a value',
    scalar: ({ wants }) => wants,
  });
