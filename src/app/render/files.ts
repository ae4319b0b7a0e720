/** All files of an estate, including those of user templates. */
import type { Finding } from '../../finding.ts';
import type { Library } from '../../manifest/extend.ts';
import type { OutFile } from '../../manifest/file.ts';
import type { Manifest } from '../../manifest/manifest.ts';
import type { NodeSpec } from '../../manifest/node.ts';
import { estateFiles } from '../../render/estate.ts';

export interface Rendered {
  readonly files: readonly OutFile[];
  /** Of templates. */
  readonly findings: readonly Finding[];
}

/** The compiler of templates is loaded only where there are any. */
export async function renderFiles(
  nodes: readonly NodeSpec[],
  manifest: Manifest,
  library: Library,
): Promise<Rendered> {
  const needed = nodes.some(({ templates }) => templates.size > 0);
  return renderWith(needed ? await loadTemplating() : undefined, nodes, manifest, library);
}

/** The functions that read and fill templates. */
export async function loadTemplating() {
  const [{ loadTemplates }, { withUserFiles }] = await Promise.all([
    import('../../render/templates/load.ts'),
    import('../../render/templates/files.ts'),
  ]);
  return { loadTemplates, withUserFiles };
}

export type Templating = Awaited<ReturnType<typeof loadTemplating>>;

/** Without `templating` as if there were no templates. */
export function renderWith(
  templating: Templating | undefined,
  nodes: readonly NodeSpec[],
  manifest: Manifest,
  library: Library,
): Rendered {
  const files = estateFiles(nodes, manifest);
  if (!templating) return { files, findings: [] };
  const { fill, findings } = templating.loadTemplates(nodes, library);
  const rendered = templating.withUserFiles(nodes, files, fill);
  return { files: rendered.files, findings: [...findings, ...rendered.findings] };
}
