/** All safe fixes of a document at once. */
import type { OpenFile, Project, ProjectSettings } from '../app/lint/project.ts';
import type { Finding } from '../finding.ts';
import { applyChanges } from '../text/source/edit.ts';
import { Source } from '../text/source/source.ts';
import type { FixedText } from './actions.ts';

export interface OpenedFile {
  readonly open: OpenFile;
  readonly settings: ProjectSettings;
}

/** @param opened the text that the editor has of a file */
export function fixAgents(
  project: Project,
  { open, settings }: OpenedFile,
  opened: (file: string) => Source | undefined,
): readonly FixedText[] {
  return project.fix(open, settings).files.map(({ file, before, after }) => ({
    source: opened(file) ?? new Source(file, before),
    after,
  }));
}

/** The same of a manifest or of settings, which no agent reads: the fixes of their findings. */
export function fixTexts(findings: readonly Finding[]): readonly FixedText[] {
  const { texts } = applyChanges(findings.flatMap(({ fix }) => (fix?.safe ? [fix] : [])));
  return [...texts].map(([source, after]) => ({ source, after }));
}
