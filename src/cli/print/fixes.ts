/** Fixed files: written, or shown as a diff. */

import type { DroppedFix, FixRun } from '../../fix/fix.ts';
import { atPlace } from '../../report/report.ts';
import { patchText } from '../../secrets/patch.ts';
import { Source } from '../../text/source/source.ts';
import { visibleLine } from '../../text/source/visible.ts';
import { plural } from '../../util/text.ts';
import type { Io } from '../io.ts';
import { rewrite } from './sources.ts';

export function writeFixes({ files, fixed, dropped }: FixRun, io: Io): void {
  reportDropped(dropped, io);
  if (files.length === 0) return;
  rewrite(files, io);
  io.stderr.write(`fixed ${plural(fixed.length, 'finding')} in ${plural(files.length, 'file')}\n`);
}

/** Without secrets, since a diff may be pasted into a pull request. */
export function printFixes({ files, dropped }: FixRun, io: Io): void {
  reportDropped(dropped, io);
  for (const { file, before, after } of files) {
    const name = visibleLine(file);
    io.stdout.write(patchText(name, name, new Source(file, before), new Source(file, after)));
  }
}

function reportDropped(dropped: readonly DroppedFix[], io: Io): void {
  if (dropped.length === 0) return;
  const verb = dropped.length === 1 ? 'was' : 'were';
  const lines = dropped.map(
    ({ finding: { at, rule }, why }) => `  ${visibleLine(atPlace(at))}  ${rule}: ${why}\n`,
  );
  const count = `${dropped.length} ${dropped.length === 1 ? 'fix' : 'fixes'}`;
  io.stderr.write(`${count} ${verb} not applied:\n${lines.join('')}`);
}
