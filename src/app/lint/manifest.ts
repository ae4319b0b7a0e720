/** Lint of a `cluster.yaml`: of the nodes that it would render, with findings that point into the manifest. */
import { atChosenLevels, type Settings } from '../../engine/settings/settings.ts';
import { type Finding, isError, tidy } from '../../finding.ts';
import type { Library } from '../../manifest/extend.ts';
import type { Manifest } from '../../manifest/manifest.ts';
import type { NodeSpec } from '../../manifest/node.ts';
import { yamlKind } from '../../manifest/recognise.ts';
import { Source } from '../../text/source/source.ts';
import type { Failed } from '../failure.ts';
import { filesLibrary, type ManifestFiles } from '../files/library.ts';
import { openNamed } from '../files/user-files.ts';
import { loadTemplating, type Rendered, renderFiles, renderWith } from '../render/files.ts';
import { lintNodes } from '../render/lint-nodes.ts';
import { placeholders } from '../render/placeholders.ts';
import { prepare } from '../render/prepare.ts';
import { unitTexts } from '../render/unit-texts.ts';
import type { LoadedSettings } from '../settings/load.ts';
import type { SessionInput } from './session.ts';
import { lintSettingsText } from './settings-file.ts';

/** The findings of the manifests at these paths; each is a separate cluster. */
export async function lintManifests(
  paths: readonly string[],
  { files, loaded, library }: Pick<SessionInput, 'files' | 'loaded' | 'library'>,
): Promise<readonly Finding[] | Failed> {
  const findings: Finding[] = [];
  for (const path of paths) {
    const named = openNamed(path, files);
    if ('failure' in named) return { failures: [named.failure] };
    const source = Source.fromBytes(path, named.bytes);
    const kind = yamlKind(path, source.text);
    if (kind !== 'manifest') {
      findings.push(...(kind === 'settings' ? lintNamedSettings(source, loaded) : [notConsul(source)]));
      continue;
    }
    const opened = (await library?.(paths)) ?? filesLibrary(path, files);
    for (const finding of await lintManifest(source, loaded.settings, opened)) findings.push(finding);
  }
  return findings;
}

/** Those of the settings that apply are reported anyway. */
const lintNamedSettings = (source: Source, { findings }: LoadedSettings): readonly Finding[] =>
  findings.some(({ at }) => at.source.file === source.file) ? [] : lintSettingsText(source);

const notConsul = (source: Source): Finding => ({
  rule: 'files/not-consul',
  severity: 'info',
  message: reasonOf(source),
  at: source.span(0, 0),
});

function reasonOf({ file, text }: Source): string {
  if (/(?:^|[./-])override\.ya?ml$/.test(file) && hasServices.test(text))
    return 'this file is laid over the Compose file of its name without "override", and is checked where that one is; lint that file or the directory';
  return isCompose(text)
    ? 'this Compose file starts no agent that is known as one, so it is not checked: where an image starts one by itself, ' +
        'give its files and flags under nodes: in consul-cfg.yaml'
    : 'this file is neither a manifest nor settings of consul-cfg: hardly any of its keys are known, so it is not checked';
}

const hasServices = /^services:[ \t]*(?:#.*)?\r?$/m;

/** Services with an image or a build, as Docker and Podman run them. */
const isCompose = (text: string): boolean => hasServices.test(text) && /^[ \t]+(?:image|build):/m.test(text);

/** Placeholders replace secrets, since lint must not need them. */
async function lintManifest(source: Source, settings: Settings, library: Library): Promise<Finding[]> {
  const { ready, findings } = prepareToLint(source, library, settings);
  if (!ready) return findings;
  const rendered = await renderFiles(ready.nodes, ready.manifest, library);
  return lintRendered({ ...ready, findings, rendered }, settings);
}

export interface LintedManifest {
  readonly findings: readonly Finding[];
  /** The files that it extends, which were linted with it. */
  readonly extended: readonly string[];
}

export type ManifestLinter = (source: Source, settings: Settings, files: ManifestFiles) => LintedManifest;

/** The same of the texts of an editor, which cannot wait: what it takes is loaded before. */
export async function loadManifestLinter(): Promise<ManifestLinter> {
  const templating = await loadTemplating();
  return (source, settings, files) => {
    const library = filesLibrary(source.file, files);
    const { ready, findings } = prepareToLint(source, library, settings);
    if (!ready) return { findings, extended: [] };
    const rendered = renderWith(templating, ready.nodes, ready.manifest, library);
    return {
      findings: lintRendered({ ...ready, findings, rendered }, settings),
      extended: ready.manifest.files.flatMap(({ root, shared }) => (shared ? [root.source.file] : [])),
    };
  };
}

/** Errors that the settings make less of do not stop the lint; those that keep the manifest from being read do. */
function prepareToLint(source: Source, library: Library, settings: Settings) {
  const atLevels = (findings: readonly Finding[]): Finding[] => atChosenLevels(findings, settings);
  const stops = (findings: readonly Finding[]): boolean => atLevels(findings).some(isError);
  const { ready, findings } = prepare(source, placeholders, library, { parts: true }, stops);
  const isReady = ready !== undefined && !stops(findings);
  const left = atLevels(findings);
  const isHidden = !ready && findings.some(isError) && !left.some(isError);
  return { ready: isReady ? ready : undefined, findings: tidy(isHidden ? findings : left) };
}

interface ToLint {
  readonly manifest: Manifest;
  readonly nodes: readonly NodeSpec[];
  readonly findings: readonly Finding[];
  readonly rendered: Rendered;
}

function lintRendered({ manifest, nodes, findings, rendered }: ToLint, settings: Settings): Finding[] {
  const found = [...findings, ...atChosenLevels(rendered.findings, settings)];
  if (found.some(isError)) return tidy(found);
  return tidy(lintNodes(nodes, manifest, settings, unitTexts(rendered.files), found));
}
