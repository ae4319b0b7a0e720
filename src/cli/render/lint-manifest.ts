/** A `cluster.yaml` judged where it stands: the nodes that it would render, with findings that point into it. */
import { type Finding, tidy } from '../../finding.ts';
import type { Settings } from '../../lint/settings.ts';
import type { Source } from '../../text/source.ts';
import type { Io } from '../io.ts';
import { lintNodes } from './estate.ts';
import { renderFiles, unitTexts } from './files.ts';
import { readInput } from './input.ts';
import { diskLibrary } from './library.ts';
import { placeholders } from './placeholders.ts';
import { isError, prepare } from './prepare.ts';

/** Secrets are stood in for: whoever lints need not have them. */
export async function lintManifest(path: string, settings: Settings, io: Io): Promise<Finding[]> {
  const { sources, library } = await readInput([path], {}, io);
  const { ready, findings } = prepare(sources, placeholders, library);
  if (!ready || findings.some(isError)) return tidy(findings);
  const { nodes, manifest } = ready;
  const rendered = await renderFiles(nodes, manifest, library);
  const found = [...findings, ...rendered.findings];
  if (found.some(isError)) return tidy(found);
  return tidy([...found, ...lintNodes(nodes, manifest, settings, unitTexts(rendered.files))]);
}

/** The same of a text in an editor, its templates apart. */
export function judgeManifest(source: Source, settings: Settings): Finding[] {
  const { ready, findings } = prepare(source, placeholders, diskLibrary({ cwd: '.' }));
  if (!ready || findings.some(isError)) return tidy(findings);
  return tidy([...findings, ...lintNodes(ready.nodes, ready.manifest, settings)]);
}
