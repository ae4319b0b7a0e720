/** How `explain` prints. */

import type { Colours } from '../../report/colours.ts';
import type { Rule } from '../../rules/rule.ts';

export interface Show {
  readonly rules: readonly Rule[];
  /** The release whose defaults are shown. */
  readonly target: string | undefined;
  readonly json: boolean;
  readonly colours: Colours;
  readonly width: number;
}

export const indented = (text: string, by: number, width: number): string =>
  wrap(text, width - by)
    .map((line) => ' '.repeat(by) + line)
    .join('\n');

/** Lines of at most `width` columns, a longer word alone on its own. */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < width) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}
