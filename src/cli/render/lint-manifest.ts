/** A `cluster.yaml` judged where it stands: the nodes that it would render, with findings that point into it. */

import { atChosenLevels, type Settings } from '../../engine/settings/settings.ts';
import { type Finding, isError, tidy } from '../../finding.ts';
import { lintNodes } from '../../library/lint-nodes.ts';
import { unitTexts } from '../../library/unit-texts.ts';
import type { JudgeManifest } from '../../lsp/session.ts';
import type { Library } from '../../manifest/extend.ts';
import { diskLibrary } from '../../manifest/library.ts';
import type { Manifest } from '../../manifest/manifest.ts';
import type { NodeSpec } from '../../manifest/node.ts';
import type { Source } from '../../text/source/source.ts';
import type { Io } from '../io.ts';
import { editorLibrary } from './editor-library.ts';
import { loadTemplating, type Rendered, renderFiles, renderWith } from './files.ts';
import { readInput } from './input.ts';
import { placeholders } from './placeholders.ts';
import { prepare } from './prepare.ts';

/**
 * Secrets are stood in for: whoever lints need not have them.
 * @param named all manifests of the command line
 */
export async function lintManifest(
  path: string,
  named: readonly string[],
  settings: Settings,
  io: Io,
): Promise<Finding[]> {
  const { sources, library } = await readInput([path], {}, io, named);
  const { ready, findings } = prepareToLint(sources, library, settings);
  if (!ready) return findings;
  const rendered = await renderFiles(ready.nodes, ready.manifest, library);
  return lintRendered({ ...ready, findings, rendered }, settings);
}

/** The same of a text that is written nowhere yet, its templates apart. */
export function judgeManifest(source: Source, settings: Settings): Finding[] {
  const library = diskLibrary({ cwd: '.' });
  const { ready, findings } = prepareToLint([source], library, settings);
  if (!ready) return findings;
  const rendered = renderWith(undefined, ready.nodes, ready.manifest, library);
  return lintRendered({ ...ready, findings, rendered }, settings);
}

/** The same of the texts of an editor. */
export async function loadManifestJudge(): Promise<JudgeManifest> {
  const templating = await loadTemplating();
  return (source, settings, files) => {
    const library = editorLibrary(source.file, files);
    const { ready, findings } = prepareToLint([source], library, settings);
    if (!ready) return { findings, extended: [] };
    const rendered = renderWith(templating, ready.nodes, ready.manifest, library);
    return {
      findings: lintRendered({ ...ready, findings, rendered }, settings),
      extended: ready.manifest.files.flatMap(({ root, shared }) => (shared ? [root.source.file] : [])),
    };
  };
}

/** Errors that the settings make less of do not stop the lint; those that keep the manifest from being read do. */
function prepareToLint(sources: readonly Source[], library: Library, settings: Settings) {
  const atLevels = (findings: readonly Finding[]): Finding[] => atChosenLevels(findings, settings);
  const stops = (findings: readonly Finding[]): boolean => atLevels(findings).some(isError);
  const { ready, findings } = prepare(sources, placeholders, library, { parts: true }, stops);
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
