/** All safe fixes of a document, made as `lint --fix` makes them: what would do harm is left out. */
import type { Finding } from '../finding.ts';
import { fixAll, isHarmless } from '../fix/fix.ts';
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
  const judge = judging(project, { source, format, root, how });
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

/** Whether a fix that is made alone does no harm either. */
export function mayOffer(project: Project, asked: Asked, finding: Finding): boolean {
  const judge = judging(project, asked);
  return isHarmless(finding, (replaced) => judge(replaced).findings, {
    nodes: (replaced) => judge(replaced).nodes,
    entryRules: asked.how.entryRules,
  });
}

type Replaced = ReadonlyMap<string, Uint8Array>;

/** Remembers the last answer: its findings and its nodes are asked for one after the other. */
function judging(project: Project, { source, format, root, how }: Asked): (replaced: Replaced) => Judged {
  let last: { readonly replaced: Replaced; readonly judged: Judged } | undefined;
  return (replaced) => {
    if (last?.replaced !== replaced)
      last = { replaced, judged: project.with(replaced).judge(source.file, format, root, how) };
    return last.judged;
  };
}

/** The same of a text that no agent reads. */
export function mendText(findings: readonly Finding[]): readonly MendedText[] {
  const { texts } = applyChanges(findings.flatMap(({ fix }) => (fix?.safe ? [fix] : [])));
  return [...texts].map(([source, after]) => ({ source, after }));
}
