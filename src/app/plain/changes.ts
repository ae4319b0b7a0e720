/** Changed options, as plain data. */
import type { Change } from '../../model/change/compare.ts';
import type { Effort } from '../../model/change/effort.ts';
import { toPlain } from '../../text/tree/value.ts';

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
