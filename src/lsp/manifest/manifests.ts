/** What an editor needs for YAML: manifests, settings, files of Patroni and files that start agents. Loaded when the first such file is opened. */
import type { CompletionItem, Hover } from 'vscode-languageserver/node';
import type { ManifestLinter } from '../../app/lint/manifest.ts';
import type { PatroniLinter } from '../../app/lint/patroni.ts';
import type { StartedLinter } from '../../app/lint/started.ts';
import type { Finding } from '../../finding.ts';
import type { Source } from '../../text/source/source.ts';

export interface Manifests {
  readonly hover: (source: Source, offset: number) => Hover | undefined;
  readonly complete: (source: Source, offset: number) => CompletionItem[];
  readonly completeSettings: (source: Source, offset: number) => CompletionItem[];
  readonly lint: ManifestLinter;
  readonly lintSettings: (source: Source) => readonly Finding[];
  readonly lintPatroni: PatroniLinter;
  readonly lintStarted: StartedLinter;
}

export async function loadManifests(): Promise<Manifests> {
  const { manifestHover, manifestComplete } = await import('./help.ts');
  const { loadManifestLinter } = await import('../../app/lint/manifest.ts');
  const { settingsComplete } = await import('./settings-help.ts');
  const { lintSettingsText } = await import('../../app/lint/settings-file.ts');
  const { lintPatroni } = await import('../../app/lint/patroni.ts');
  const { loadStartedLinter } = await import('../../app/lint/started.ts');
  const [lint, lintStarted] = await Promise.all([loadManifestLinter(), loadStartedLinter()]);
  return {
    hover: manifestHover,
    complete: manifestComplete,
    completeSettings: settingsComplete,
    lint,
    lintSettings: lintSettingsText,
    lintPatroni,
    lintStarted,
  };
}
