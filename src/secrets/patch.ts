/** Two texts as a unified diff: made of what they say, shown without their secrets. */
import { FILE_HEADERS_ONLY, formatPatch, type StructuredPatch, structuredPatch } from 'diff';
import type { Source } from '../text/source/source.ts';
import { shownLine } from './known.ts';
import { masking } from './mask.ts';

const context = 3;

/** Empty where nothing differs. */
export function patchText(from: string, to: string, before: Source, after: Source): string {
  if (before.text === after.text) return '';
  const patch = structuredPatch(from, to, before.text, after.text, undefined, undefined, { context });
  return formatPatch(
    { ...patch, hunks: patch.hunks.map((hunk) => shown(hunk, before, after)) },
    FILE_HEADERS_ONLY,
  );
}

type Hunk = StructuredPatch['hunks'][number];

/** Each line is that of its file, since what is secret in it hangs on the lines around. */
function shown(hunk: Hunk, before: Source, after: Source): Hunk {
  // Where a fix breaks the text up, what was a secret before still is one.
  const mask = masking([before]);
  let old = hunk.oldStart;
  let now = hunk.newStart;
  const lines = hunk.lines.map((line) => {
    const sign = line.charAt(0);
    if (sign === '\\') return line;
    const text = sign === '-' ? shownLine(before, old) : mask(shownLine(after, now) ?? '');
    if (sign !== '+') old++;
    if (sign !== '-') now++;
    const end = line.endsWith('\r') ? '\r' : '';
    return sign + (text ?? '') + end;
  });
  return { ...hunk, lines };
}
