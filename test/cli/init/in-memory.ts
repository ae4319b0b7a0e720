/** Hosts that exist in memory only, taken over and rendered again. */

import { discover } from '../../../src/discovery/discover.ts';
import { type Imported, importHosts } from '../../../src/import/import-hosts.ts';
import { expand } from '../../../src/manifest/expand.ts';
import { loadManifest } from '../../../src/manifest/load.ts';
import { nodeFiles } from '../../../src/render/node-files.ts';
import { fillReferences } from '../../../src/render/secrets.ts';
import type { Node } from '../../../src/subjects/subjects.ts';
import { Source } from '../../../src/text/source/source.ts';
import { type Files, readerOf } from '../../support/lab.ts';
import { effectiveConfigs } from './trees.ts';

export function nodesOf(files: Files, consul: string): readonly Node[] {
  return discover(['.'], readerOf(files, consul)).estates.flatMap(({ nodes }) => nodes);
}

export interface Trip extends Imported {
  readonly before: ReadonlyMap<string, unknown>;
  readonly after: ReadonlyMap<string, unknown>;
}

/** The secrets are filled in from what `init` has kept of them. */
export function tripOf(nodes: readonly Node[], consul: string): Trip {
  const imported = importHosts(nodes, { consul, profile: [], format: 'json' });
  const isRefused = imported.findings.some(({ rule }) => rule === 'import/refused');
  const { manifest } = loadManifest(new Source('cluster.yaml', imported.text));
  const secrets = new Map(imported.secrets.map(({ path, text }) => [path, text]));
  const files = (manifest && !isRefused ? expand(manifest).nodes : []).flatMap((spec) => {
    const config = fillReferences(spec.config, ({ reference }) =>
      reference.kind === 'file' ? secrets.get(reference.path)! : '',
    );
    return nodeFiles({ ...spec, config }).map(({ path, content }) => [path, content] as const);
  });
  const after = effectiveConfigs(nodesOf(Object.fromEntries(files), consul));
  return { ...imported, before: effectiveConfigs(nodes), after };
}
