/** A `cluster.yaml` judged where it stands: the nodes that it would render, with findings that point into it. */
import { type Finding, tidy } from '../../finding.ts';
import type { Settings } from '../../lint/settings.ts';
import type { Library } from '../../manifest/extend.ts';
import type { Source } from '../../text/source.ts';
import type { Io } from '../io.ts';
import { lintNodes } from './estate.ts';
import { readInput } from './input.ts';
import { diskLibrary } from './library.ts';
import { placeholders } from './placeholders.ts';
import { isError, prepare } from './prepare.ts';

export async function lintManifest(path: string, settings: Settings, io: Io): Promise<Finding[]> {
  const { sources, library } = await readInput([path], {}, io);
  return judgeManifest(sources[0]!, settings, library);
}

/** Secrets are stood in for: whoever lints need not have them. */
export function judgeManifest(
  source: Source,
  settings: Settings,
  library: Library = diskLibrary('.'),
): Finding[] {
  const { ready, findings } = prepare(source, placeholders, library);
  if (!ready || findings.some(isError)) return tidy(findings);
  return tidy([...findings, ...lintNodes(ready.nodes, ready.manifest, settings)]);
}
