/** Mended files: written, or shown as a diff. */
import type { FixedFile, FixRun } from '../../lint/fix.ts';
import { plural } from '../../report/report.ts';
import { patchText } from '../../secrets/patch.ts';
import { Source } from '../../text/source.ts';
import type { Io } from '../io.ts';
import { rewrite } from '../sources.ts';

export function writeFixes({ files, fixed }: FixRun, io: Io): void {
  for (const { file, after } of files) rewrite(file, after, io);
  if (files.length === 0) return;
  io.stderr.write(`mended ${plural(fixed.length, 'finding')} in ${plural(files.length, 'file')}\n`);
}

/** Without secrets: a diff ends up in a pull request. */
export function printFixes(files: readonly FixedFile[], io: Io): void {
  for (const { file, before, after } of files)
    io.stdout.write(patchText(file, file, new Source(file, before), new Source(file, after)));
}
