/** Changed options, as plain data. */

import { toPlain } from '../../text/tree/value.ts';
import type { Change } from './compare.ts';
import type { Effort } from './effort.ts';

export interface PlainChange {
  readonly path: string;
  /** What it takes to apply it. */
  readonly effort: Effort;
  readonly reason: string;
  /** As files write it, secrets hidden; absent where none does. */
  readonly before?: unknown;
  readonly after?: unknown;
}

export const plainChange = ({ path, before, after, effort, reason }: Change): PlainChange => ({
  path,
  effort,
  reason,
  ...(before && { before: toPlain(before) }),
  ...(after && { after: toPlain(after) }),
});
