/** Fixed files: written, or shown as a diff. */
import { type FixedTexts, patch } from '../../index.ts';
import { writeFixed } from '../../node.ts';
import { plural } from '../../util/text.ts';
import { visibleLine } from '../../util/visible.ts';
import type { Io } from '../io.ts';
import { attempt } from './failure.ts';

export async function writeFixes(texts: FixedTexts, io: Io): Promise<void> {
  reportDropped(texts, io);
  const { length } = Object.keys(texts.files);
  if (length === 0) return;
  await attempt(() => writeFixed(texts, { cwd: io.cwd }));
  io.stderr.write(`fixed ${plural(texts.fixed.length, 'finding')} in ${plural(length, 'file')}\n`);
}

/** Without secrets, since a diff may be pasted into a pull request. */
export function printFixes(texts: FixedTexts, io: Io): void {
  reportDropped(texts, io);
  for (const [file, after] of Object.entries(texts.files))
    io.stdout.write(patch(file, texts.originals[file]!, after, texts));
}

function reportDropped({ dropped }: FixedTexts, io: Io): void {
  if (dropped.length === 0) return;
  const verb = dropped.length === 1 ? 'was' : 'were';
  const lines = dropped.map(
    ({ finding: { file, line, column, rule }, why }) =>
      `  ${visibleLine(file)}:${line}:${column}  ${rule}: ${why}\n`,
  );
  const count = `${dropped.length} ${dropped.length === 1 ? 'fix' : 'fixes'}`;
  io.stderr.write(`${count} ${verb} not applied:\n${lines.join('')}`);
}
