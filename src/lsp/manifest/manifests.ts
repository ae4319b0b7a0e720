/** What an editor needs for manifests and settings. Loaded when the first YAML file is opened. */
import type { CompletionItem, Hover } from 'vscode-languageserver/node';
import type { ManifestLinter } from '../../app/lint/manifest.ts';
import type { Finding } from '../../finding.ts';
import type { Source } from '../../text/source/source.ts';

export interface Manifests {
  readonly hover: (source: Source, offset: number) => Hover | undefined;
  readonly complete: (source: Source, offset: number) => CompletionItem[];
  readonly completeSettings: (source: Source, offset: number) => CompletionItem[];
  readonly lint: ManifestLinter;
  readonly lintSettings: (source: Source) => readonly Finding[];
}

export async function loadManifests(): Promise<Manifests> {
  const { manifestHover, manifestComplete } = await import('./help.ts');
  const { loadManifestLinter } = await import('../../app/lint/manifest.ts');
  const { settingsComplete } = await import('./settings-help.ts');
  const { lintSettingsText } = await import('../../app/lint/settings-file.ts');
  return {
    hover: manifestHover,
    complete: manifestComplete,
    completeSettings: settingsComplete,
    lint: await loadManifestLinter(),
    lintSettings: lintSettingsText,
  };
}
