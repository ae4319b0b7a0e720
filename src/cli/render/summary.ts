/** What a render did or would do, in a few lines. */
import type { PlannedStep } from '../../node.ts';
import { visibleLine } from '../../util/visible.ts';

/** More lines than this are counted instead. */
const readable = 60;

/** One line for each file that is not as rendered. */
export function stepLines(steps: readonly PlannedStep[], pruned: boolean): string {
  const lines = steps.flatMap((step) => lineFor(step, pruned));
  const shown = lines.slice(0, readable);
  if (lines.length > readable) shown.push(`… and ${lines.length - readable} more`);
  return shown.map((line) => `${line}\n`).join('');
}

function lineFor(step: PlannedStep, pruned: boolean): string[] {
  switch (step.kind) {
    case 'same':
    case 'refuse':
      return [];
    case 'stale':
      return [`${pruned ? 'remove' : 'stale '}  ${visibleLine(step.path)}`];
    default:
      return [`${step.kind}  ${visibleLine(step.path)}`];
  }
}

export interface Counts {
  readonly files: number;
  readonly changed: number;
  readonly stale: number;
}

export function count(steps: readonly PlannedStep[]): Counts {
  const number = (...kinds: PlannedStep['kind'][]): number =>
    steps.filter(({ kind }) => kinds.includes(kind)).length;
  return {
    files: number('create', 'update', 'same'),
    changed: number('create', 'update'),
    stale: number('stale'),
  };
}
