/** From the text of a manifest to nodes whose configuration is complete, secrets included. */

import { type Finding, isError } from '../../finding.ts';
import { expand } from '../../manifest/expand.ts';
import type { Library } from '../../manifest/extend.ts';
import { type LoadOptions, loadManifest } from '../../manifest/load.ts';
import type { Manifest } from '../../manifest/manifest.ts';
import type { NodeSpec } from '../../manifest/node.ts';
import type { ReferenceValue } from '../../manifest/secrets/references.ts';
import { fillNode, referencesOf } from '../../render/secrets.ts';
import { readTogether } from '../../secrets/run/run.ts';
import type { Source } from '../../text/source/source.ts';

/** What replaces references. */
export interface Secrets {
  readonly text: (reference: ReferenceValue) => string;
  readonly findings: readonly Finding[];
}

export interface Prepared<S extends Secrets> {
  /** Undefined where the manifest could not be understood. */
  readonly ready:
    | { readonly manifest: Manifest; readonly nodes: readonly NodeSpec[]; readonly secrets: S }
    | undefined;
  readonly findings: readonly Finding[];
}

/** `resolve` is called once, with all references of all nodes; not at all where the manifest is wrong. See `loadManifest`. */
export function prepare<S extends Secrets>(
  sources: Source | readonly Source[],
  resolve: (references: readonly ReferenceValue[]) => S,
  library?: Library,
  options?: LoadOptions,
  stops: (findings: readonly Finding[]) => boolean = (findings) => findings.some(isError),
): Prepared<S> {
  const { manifest, findings } = loadManifest(sources, library, options);
  const read = [sources, ...(manifest?.files ?? []).map(({ root }) => root.source)].flat();
  readTogether(read);
  if (!manifest || stops(findings)) return { ready: undefined, findings };
  const expansion = expand(manifest);
  const references = expansion.nodes.flatMap(referencesOf);
  const secrets = resolve(references);
  readTogether(read, references.map(secrets.text));
  const nodes = expansion.nodes.map((node) => fillNode(node, secrets.text));
  return {
    ready: { manifest, nodes, secrets },
    findings: [...findings, ...expansion.findings, ...secrets.findings],
  };
}
