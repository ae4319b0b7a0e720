/** Manifests from text, in a few words. */
import { expand } from '../../src/manifest/expand.ts';
import { loadManifest } from '../../src/manifest/load.ts';
import type { NodeSpec } from '../../src/manifest/node.ts';
import { Source } from '../../src/text/source/source.ts';
import { toPlain } from '../../src/text/tree/value.ts';

/** `line:column rule message` of everything that is wrong. */
export function problemsIn(text: string): string[] {
  const { manifest, findings } = loadManifest(new Source('cluster.yaml', text));
  const expanded = manifest && findings.length === 0 ? expand(manifest).findings : [];
  return [...findings, ...expanded].map(({ at, rule, message }) => {
    const { line, column } = at.source.position(at.start);
    return `${line}:${column} ${rule} ${message}`;
  });
}

export function nodesOf(text: string): readonly NodeSpec[] {
  const { manifest, findings } = loadManifest(new Source('cluster.yaml', text));
  if (!manifest || findings.length > 0)
    throw new Error(JSON.stringify(findings.map(({ message }) => message)));
  return expand(manifest).nodes;
}

/** The configuration of each node, by name. */
export function configsOf(text: string): Record<string, Record<string, unknown>> {
  return Object.fromEntries(
    nodesOf(text).map(({ name, config }) => [name, toPlain(config) as Record<string, unknown>]),
  );
}
