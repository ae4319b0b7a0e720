/** Mended files: written, or shown as a diff. */
import { createTwoFilesPatch } from 'diff';
import type { DroppedFix, FixRun } from '../../lint/fix.ts';
import { maskSecrets } from '../../report/mask.ts';
import { atPlace, plural } from '../../report/report.ts';
import { visibleLine } from '../../text/visible.ts';
import type { Io } from '../io.ts';
import { rewrite } from '../sources.ts';

export function writeFixes({ files, fixed, dropped }: FixRun, io: Io): void {
  sayDropped(dropped, io);
  if (files.length === 0) return;
  rewrite(files, io);
  io.stderr.write(`mended ${plural(fixed.length, 'finding')} in ${plural(files.length, 'file')}\n`);
}

/** Secrets that move are masked: a diff ends up in a pull request. */
export function printFixes({ files, dropped }: FixRun, io: Io): void {
  sayDropped(dropped, io);
  for (const { file, before, after } of files) {
    const name = visibleLine(file);
    const patch = createTwoFilesPatch(name, name, before, after, undefined, undefined, { context: 3 });
    const lines = patch.replace(/^Index: .*\n=+\n/, '').split('\n');
    // The sign in front is no part of the line: `-acl_token = …` would look like a flag.
    io.stdout.write(lines.map((line) => line.slice(0, 1) + maskSecrets(line.slice(1))).join('\n'));
  }
}

function sayDropped(dropped: readonly DroppedFix[], io: Io): void {
  if (dropped.length === 0) return;
  const verb = dropped.length === 1 ? 'was' : 'were';
  const lines = dropped.map(
    ({ finding: { at, rule }, why }) => `  ${visibleLine(atPlace(at))}  ${rule}: ${why}\n`,
  );
  const count = `${dropped.length} ${dropped.length === 1 ? 'fix' : 'fixes'}`;
  io.stderr.write(`${count} ${verb} not applied:\n${lines.join('')}`);
}
