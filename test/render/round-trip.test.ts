/** Whatever a manifest says, its files say too: random manifests, rendered, read back, and linted. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { lintNodes } from '../../src/app/render/lint-nodes.ts';
import { placeholders } from '../../src/app/render/placeholders.ts';
import { prepare } from '../../src/app/render/prepare.ts';
import { defaultSettings } from '../../src/engine/settings/settings.ts';
import { expand } from '../../src/manifest/expand.ts';
import { loadManifest } from '../../src/manifest/load.ts';
import { fragmentsOf, nodeFiles } from '../../src/render/node-files.ts';
import { fillNode } from '../../src/render/secrets.ts';
import { decode } from '../../src/text/decode.ts';
import { parse } from '../../src/text/parse.ts';
import { Source } from '../../src/text/source/source.ts';
import { toPlain } from '../../src/text/tree/value.ts';
import { manifests } from './manifests.ts';

test('files say what the manifest says, in both formats', () => {
  fc.assert(
    fc.property(manifests, (manifest) => {
      const { manifest: loaded, findings } = loadManifest(
        new Source('cluster.yaml', JSON.stringify(manifest)),
      );
      expect(findings).toEqual([]);
      for (const spec of expand(loaded!).nodes) {
        const node = fillNode(spec, placeholders().text);
        const files = new Map(nodeFiles(node).map(({ path, content }) => [path, content]));
        for (const { path, format, value } of fragmentsOf(node)) {
          const tree = parse(new Source(path, files.get(node.name + path)!), format);
          expect(tree.problems).toEqual([]);
          expect(normal(toPlain(decode(tree).value!))).toEqual(normal(toPlain(value)));
        }
      }
    }),
    { numRuns: 200 },
  );
}, 60_000);

/** HCL reads a block as a list of one, and the agent takes the list off. */
function normal(value: unknown): unknown {
  if (Array.isArray(value)) {
    const items = value.map(normal);
    return items.length === 1 && typeof items[0] === 'object' ? items[0] : items;
  }
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, normal(item)]));
}

test('a sound manifest is lint clean at error level', () => {
  fc.assert(
    fc.property(manifests, (manifest) => {
      const { ready, findings } = prepare(new Source('cluster.yaml', JSON.stringify(manifest)), placeholders);
      expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
      const errors = lintNodes(ready!.nodes, ready!.manifest, defaultSettings).filter(
        ({ severity, rule }) => severity === 'error' && !expected.has(rule),
      );
      expect(errors.map(({ rule, message }) => `${rule}: ${message}`)).toEqual([]);
    }),
    { numRuns: 200 },
  );
}, 60_000);

/** An even number of servers is generated on purpose: the reader corrects it, not the renderer. */
const expected = new Set(['quorum/even-bootstrap-expect']);
