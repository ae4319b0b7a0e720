/**
 * A plan as a unified diff. A file with secrets shows as fingerprints: enough to see
 * that it changed, no more.
 */
import { patchText } from '../secrets/patch.ts';
import { readTogether, readWith } from '../secrets/run/run.ts';
import { Source } from '../text/source/source.ts';
import { visibleLine } from '../util/visible.ts';
import { hashOf } from './ledger.ts';
import type { Plan, Step } from './plan.ts';

/** What is a secret in one file is hidden in all of them. */
export function printDiff({ steps }: Plan): string {
  const all = new Source('', '');
  readTogether([all, ...steps.flatMap(sourcesOf)]);
  return steps.map((step) => diffOf(step, all)).join('');
}

function sourcesOf(step: Step): Source[] {
  if (step.kind === 'refuse') return [];
  if (step.kind === 'stale') return [new Source(step.path, step.content)];
  const { path, content } = step.file;
  return [...(step.kind === 'update' ? [step.before] : []), content].map((text) => new Source(path, text));
}

function diffOf(step: Step, all: Source): string {
  switch (step.kind) {
    case 'create':
      return patch(['/dev/null', ''], [step.file.path, shown(step.file.content, step.file.secret)], all);
    case 'update': {
      const { path, secret, content } = step.file;
      return patch([path, shown(step.before, secret)], [path, shown(content, secret)], all);
    }
    case 'stale':
      return patch([step.path, shown(step.content, step.secret)], ['/dev/null', ''], all);
    default:
      return '';
  }
}

const shown = (content: string, secret: boolean): string =>
  secret ? `(secret, fingerprint ${hashOf(content).slice(0, 8)})\n` : content;

type Named = readonly [path: string, text: string];

/** The file on disk may be foreign, with secrets anywhere. */
function patch(from: Named, to: Named, all: Source): string {
  const [before, after] = [new Source(...from), new Source(...to)];
  readWith(all, [before, after]);
  return patchText(visibleLine(from[0]), visibleLine(to[0]), before, after);
}
