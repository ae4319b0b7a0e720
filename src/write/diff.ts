/**
 * A plan as a unified diff. A file with secrets shows as fingerprints: enough to see
 * that it changed, no more.
 */
import { patchText } from '../secrets/patch.ts';
import { Source } from '../text/source/source.ts';
import { visibleLine } from '../util/visible.ts';
import { hashOf } from './ledger.ts';
import type { Plan, Step } from './plan.ts';

export function printDiff(plan: Plan): string {
  return plan.steps.map(diffOf).join('');
}

function diffOf(step: Step): string {
  switch (step.kind) {
    case 'create':
      return patch('/dev/null', step.file.path, '', shown(step.file.content, step.file.secret));
    case 'update': {
      const { path, secret, content } = step.file;
      return patch(path, path, shown(step.before, secret), shown(content, secret));
    }
    case 'stale':
      return patch(step.path, '/dev/null', shown(step.content, step.secret), '');
    default:
      return '';
  }
}

const shown = (content: string, secret: boolean): string =>
  secret ? `(secret, fingerprint ${hashOf(content).slice(0, 8)})\n` : content;

/** The file on disk may be foreign, with secrets anywhere. */
const patch = (from: string, to: string, before: string, after: string): string =>
  patchText(visibleLine(from), visibleLine(to), new Source(from, before), new Source(to, after));
