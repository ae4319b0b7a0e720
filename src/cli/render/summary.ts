/** What a render did or would do, in a few lines. */
import { visibleLine } from '../../text/source/visible.ts';
import type { Step } from '../../write/plan.ts';

/** More lines than this are counted instead. */
const readable = 60;

/** One line for each file that is not as rendered. */
export function stepLines(steps: readonly Step[], pruned: boolean): string {
  const lines = steps.flatMap((step) => lineFor(step, pruned));
  const shown = lines.slice(0, readable);
  if (lines.length > readable) shown.push(`… and ${lines.length - readable} more`);
  return shown.map((line) => `${line}\n`).join('');
}

function lineFor(step: Step, pruned: boolean): string[] {
  switch (step.kind) {
    case 'same':
    case 'refuse':
      return [];
    case 'stale':
      return [`${pruned ? 'remove' : 'stale '}  ${visibleLine(step.path)}`];
    default:
      return [`${step.kind}  ${visibleLine(step.file.path)}`];
  }
}

export interface Counts {
  readonly files: number;
  readonly changed: number;
  readonly stale: number;
}

export function count(steps: readonly Step[]): Counts {
  const number = (...kinds: Step['kind'][]): number =>
    steps.filter(({ kind }) => kinds.includes(kind)).length;
  return {
    files: number('create', 'update', 'same'),
    changed: number('create', 'update'),
    stale: number('stale'),
  };
}
