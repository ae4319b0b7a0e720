/** Mended files: written, or shown as a diff. */
import { createTwoFilesPatch } from 'diff';
import type { FixedFile, FixRun } from '../../lint/fix.ts';
import { maskSecrets } from '../../report/mask.ts';
import { plural } from '../../report/report.ts';
import { withLineEndsOf } from '../../text/line-ends.ts';
import { visibleLine } from '../../text/visible.ts';
import type { Io } from '../io.ts';
import { rewrite } from '../sources.ts';

export function writeFixes({ files, fixed }: FixRun, io: Io): void {
  if (files.length === 0) return;
  rewrite(files.map(keepingLineEnds), io);
  io.stderr.write(`mended ${plural(fixed.length, 'finding')} in ${plural(files.length, 'file')}\n`);
}

/** Secrets that move are masked: a diff ends up in a pull request. */
export function printFixes(files: readonly FixedFile[], io: Io): void {
  for (const { file, before, after } of files.map(keepingLineEnds)) {
    const name = visibleLine(file);
    const patch = createTwoFilesPatch(name, name, before, after, undefined, undefined, { context: 3 });
    const lines = patch.replace(/^Index: .*\n=+\n/, '').split('\n');
    // The sign in front is no part of the line: `-acl_token = …` would look like a flag.
    io.stdout.write(lines.map((line) => line.slice(0, 1) + maskSecrets(line.slice(1))).join('\n'));
  }
}

/** What is inserted ends its lines as the file does. */
const keepingLineEnds = (fixed: FixedFile): FixedFile => ({
  ...fixed,
  after: withLineEndsOf(fixed.before, fixed.after),
});
