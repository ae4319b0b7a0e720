/** Two texts of a file as a diff. */
import { patchText } from '../secrets/patch.ts';
import { readTogether, readWith } from '../secrets/run/run.ts';
import { Source } from '../text/source/source.ts';
import { visibleLine } from '../util/visible.ts';
import type { FixedTexts } from './files/fixed-texts.ts';
import { originalsOf } from './plain/report.ts';

/**
 * A unified diff of two texts of a file, without secrets, so that it may go into a pull request. Empty where they are the
 * same.
 *
 * @param fixed what the texts are from: the secrets of all files that were read for it are hidden
 */
export function patch(file: string, before: string, after: string, fixed?: FixedTexts): string {
  const name = visibleLine(file);
  const [old, now] = [new Source(file, before), new Source(file, after)];
  const [first] = fixed ? originalsOf(fixed.fixed.slice(0, 1)) : [];
  if (first) readWith(first.at.source, [old, now]);
  else readTogether([old, now]);
  return patchText(name, name, old, now);
}
