/** Two texts of a file as a diff. */
import { patchText } from '../secrets/patch.ts';
import { Source } from '../text/source/source.ts';
import { visibleLine } from '../util/visible.ts';

/**
 * A unified diff of two texts of a file, without secrets, so that it may go into a pull request. Empty where they are the
 * same.
 */
export function patch(file: string, before: string, after: string): string {
  const name = visibleLine(file);
  return patchText(name, name, new Source(file, before), new Source(file, after));
}
