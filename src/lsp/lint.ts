/** Lint of one open document, whatever it is, by the functions that the command uses. */
import type { Overlay } from '../app/files/overlay.ts';
import type { Project } from '../app/lint/project.ts';
import type { Finding } from '../finding.ts';
import { looksLikePatroni } from '../subjects/patroni/files.ts';
import { areSettings, type Document, formatOf, isUnit, yamlKindOf } from './document.ts';
import type { OpenedFile } from './fixes.ts';
import type { Manifests } from './manifest/manifests.ts';

export interface LintContext {
  readonly files: Overlay;
  readonly project: Project;
  readonly opened: OpenedFile;
  /** Undefined until they are needed. */
  readonly manifests: Manifests | undefined;
}

export interface LintedDocument {
  readonly findings: readonly Finding[];
  /** The files that were linted with it. */
  readonly files: readonly string[];
  /** As a file of agents, or by its text alone: this decides how it is fixed. */
  readonly as: 'agents' | 'text';
  /** Of a manifest, the files that it extends, which are not linted by themselves. */
  readonly extended: readonly string[];
}

/** No findings where the document is not Consul's. */
export function lintDocument(document: Document, context: LintContext): LintedDocument {
  const { source } = document;
  const { manifests, opened, project, files } = context;
  const kind = yamlKindOf(document);
  const text = (findings: readonly Finding[], extended: readonly string[] = []): LintedDocument => {
    return { findings, files: [source.file], as: 'text', extended };
  };
  // Those of the settings that apply are reported for every document.
  if (kind === 'settings')
    return text(areSettings(source.file) ? [] : (manifests?.lintSettings(source) ?? []));
  if (mayBeOfAgents(document, opened)) {
    const linted = project.lint(opened.open, opened.settings);
    if (linted.files.length > 0) return { ...linted, as: 'agents', extended: [] };
  }
  if (kind !== 'manifest' || !manifests) return text([]);
  const { findings, extended } = manifests.lint(source, opened.settings.loaded.settings, files);
  return text(findings, extended);
}

/** A cheap look: most YAML and most scripts are of other programs. */
function mayBeOfAgents(document: Document, { settings }: OpenedFile): boolean {
  const { file, text } = document.source;
  if (formatOf(document) || isUnit(file)) return true;
  if (document.language === 'yaml' && looksLikePatroni(text)) return true;
  return settings.parts.readers.some(({ mayBeNamed, mayHold }) => mayBeNamed(file) && mayHold(text));
}
