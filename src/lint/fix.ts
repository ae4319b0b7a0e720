/**
 * Applying fixes: round after round, since one that touches what another has changed must be made anew for the new
 * text, and since mending one thing may show the next. Nothing is written here.
 */
import type { Finding, Fix } from '../finding.ts';
import { encodeBytes } from '../text/bytes.ts';
import { applyChanges } from '../text/edit.ts';

export interface FixedFile {
  readonly file: string;
  readonly before: string;
  readonly after: string;
}

export interface FixRun {
  /** What lint says of the new texts. */
  readonly findings: readonly Finding[];
  /** Changed files, by name. */
  readonly files: readonly FixedFile[];
  /** Findings that were mended. */
  readonly fixed: readonly Finding[];
}

/** More than enough for fixes that each make the next one possible; a fix that never ends is a bug in its rule. */
const mostRounds = 20;

/**
 * @param lintWith lints with the bytes of some files replaced
 * @param wanted which fixes to make
 */
export function fixAll(
  lintWith: (replaced: ReadonlyMap<string, Uint8Array>) => readonly Finding[],
  wanted: (fix: Fix) => boolean,
): FixRun {
  const replaced = new Map<string, Uint8Array>();
  const files = new Map<string, FixedFile>();
  const fixed: Finding[] = [];
  let findings = lintWith(replaced);
  for (let round = 0; round < mostRounds; round++) {
    const mendable = findings.filter(({ fix }) => fix && wanted(fix));
    if (mendable.length === 0) break;
    const changes = mendable.map((finding) => ({ finding, edits: finding.fix!.edits }));
    const { texts, applied } = applyChanges(changes);
    if (applied.length === 0) break;
    fixed.push(...applied.map(({ finding }) => finding));
    for (const [source, after] of texts) {
      replaced.set(source.file, encodeBytes(after));
      files.set(source.file, {
        file: source.file,
        before: files.get(source.file)?.before ?? source.text,
        after,
      });
    }
    findings = lintWith(replaced);
  }
  const changed = [...files.values()].filter(({ before, after }) => before !== after);
  return { findings, files: changed.sort((a, b) => (a.file < b.file ? -1 : 1)), fixed };
}
