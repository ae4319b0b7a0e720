/** All safe fixes of a document, made as `lint --fix` makes them: what would do harm is left out. */
import type { Finding } from '../finding.ts';
import { fixAll } from '../fix/fix.ts';
import type { ConfigFormat } from '../model/load/file.ts';
import { applyChanges } from '../text/source/edit.ts';
import { Source } from '../text/source/source.ts';
import type { MendedText } from './actions.ts';
import type { How, Judged, Project } from './project.ts';

export interface Asked {
  readonly source: Source;
  readonly format: ConfigFormat;
  readonly root: string | undefined;
  readonly how: How;
}

/** @param opened the text that the editor has of a file */
export function mendAll(
  project: Project,
  { source, format, root, how }: Asked,
  opened: (file: string) => Source | undefined,
): readonly MendedText[] {
  let last: { readonly replaced: ReadonlyMap<string, Uint8Array>; readonly judged: Judged } | undefined;
  const judge = (replaced: ReadonlyMap<string, Uint8Array>): Judged => {
    if (last?.replaced !== replaced)
      last = { replaced, judged: project.with(replaced).judge(source.file, format, root, how) };
    return last.judged;
  };
  const { files } = fixAll(
    (replaced) => judge(replaced).findings,
    ({ safe, edits }) => safe && edits.every((edit) => edit.source.file === source.file),
    { nodes: (replaced) => judge(replaced).nodes, entryRules: how.entryRules },
  );
  return files.map(({ file, before, after }) => ({
    source: opened(file) ?? new Source(file, before),
    after,
  }));
}

/** The same of a text that no agent reads. */
export function mendText(findings: readonly Finding[]): readonly MendedText[] {
  const { texts } = applyChanges(findings.flatMap(({ fix }) => (fix?.safe ? [fix] : [])));
  return [...texts].map(([source, after]) => ({ source, after }));
}
