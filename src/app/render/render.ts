/** Render: from a manifest to the files of every node, in memory. Nothing is written. */
import { defaultSettings } from '../../engine/settings/settings.ts';
import { type Finding, isError } from '../../finding.ts';
import type { Library } from '../../manifest/extend.ts';
import type { OutFile } from '../../manifest/file.ts';
import type { Manifest } from '../../manifest/manifest.ts';
import type { NodeSpec } from '../../manifest/node.ts';
import type { ReferenceValue } from '../../manifest/secrets/references.ts';
import type { Source } from '../../text/source/source.ts';
import { renderFiles } from './files.ts';
import { lintNodes } from './lint-nodes.ts';
import { prepare, type Secrets } from './prepare.ts';
import { unitTexts } from './unit-texts.ts';

export interface RenderInput<S extends Secrets> {
  /** One manifest, or several of which a later one is laid over the earlier ones. */
  readonly sources: readonly Source[];
  readonly library: Library;
  /** Called once, with all references of all nodes. */
  readonly resolve: (references: readonly ReferenceValue[]) => S;
  /** Whether the nodes are linted too. */
  readonly lint: boolean;
}

export interface RenderedEstate<S extends Secrets> {
  readonly nodes: readonly NodeSpec[];
  readonly manifest: Manifest;
  readonly secrets: S;
  /** Not to be written while a finding is an error. */
  readonly files: readonly OutFile[];
}

export interface RenderResult<S extends Secrets> {
  /** Undefined where the manifest cannot be understood. */
  readonly estate: RenderedEstate<S> | undefined;
  readonly findings: readonly Finding[];
}

const nothing = { files: [], findings: [] } as const;

export async function render<S extends Secrets>(input: RenderInput<S>): Promise<RenderResult<S>> {
  const { sources, library, resolve } = input;
  const { ready, findings } = prepare(sources, resolve, library);
  if (!ready) return { estate: undefined, findings };
  const { nodes, manifest } = ready;
  // A template may be unable to render what a manifest is refused for.
  const rendered = findings.some(isError) ? nothing : await renderFiles(nodes, manifest, library);
  const found = [...findings, ...rendered.findings];
  if (input.lint && !found.some(isError)) {
    found.push(...lintNodes(nodes, manifest, defaultSettings, unitTexts(rendered.files)));
  }
  return { estate: { ...ready, files: rendered.files }, findings: found };
}
