/**
 * The options that a manifest needs so that each node is rendered as it was. What `render` derives is not computed here a second
 * time: the draft is expanded and compared with the hosts, and what is missing is added, until nothing is.
 */
import { expand } from '../manifest/expand.ts';
import { loadJsonManifest } from '../manifest/load.ts';
import type { NodeSpec } from '../manifest/node.ts';
import { Source } from '../text/source/source.ts';
import { nowhere } from '../text/tree/value.ts';
import { type Draft, nodesOf, plainDraft, withNodes } from './draft.ts';
import type { ImportedOptions } from './hosts.ts';
import {
  type Leaf,
  type Leaves,
  leafOf,
  leavesOf,
  type Path,
  pathOf,
  prefixesOf,
  reaches,
} from './leaves.ts';

/** A node, and what it has to be rendered as. */
export type Wanted = Pick<ImportedOptions, 'name' | 'effective' | 'complete' | 'unknown'>;

/** What follows from another's options follows after one round, and what follows from that after two. */
const mostRounds = 6;

/** `bare` has the names and addresses of the nodes; the result has their options too. */
export function fitDraft(bare: Draft, hosts: readonly Wanted[]): Draft {
  const derived = derivedPaths(expandDraft(bare));
  const written = new Map(hosts.map(({ name, effective }) => [name, without(effective, derived)]));
  for (let round = 0; round < mostRounds; round++) {
    const missing = differences(expandDraft(withConfigs(bare, written)), hosts);
    if (missing.size === 0) break;
    for (const [name, leaves] of missing) {
      const config = written.get(name)!;
      for (const [path, leaf] of leaves) put(config, path, leaf);
    }
  }
  return withConfigs(bare, written);
}

/** A null replaces everything below it. */
function put(config: Map<Path, Leaf>, path: Path, leaf: Leaf): void {
  if (leaf.value.kind === 'null')
    for (const other of config.keys()) if (other.startsWith(`${path}\0`)) config.delete(other);
  config.set(path, leaf);
}

/** What each node lacks to be rendered as it was, by name; only nodes that lack something. */
export function differences(specs: readonly NodeSpec[], hosts: readonly Wanted[]): Map<string, Leaves> {
  const byName = new Map(specs.map((spec) => [spec.name, spec]));
  const all = hosts.map((host): [string, Leaves] => {
    const spec = byName.get(host.name);
    return [host.name, spec ? difference(leavesOf(spec.config), host) : host.effective];
  });
  return new Map(all.filter(([, leaves]) => leaves.size > 0));
}

function difference(rendered: Leaves, { effective, complete, unknown }: Wanted): Leaves {
  const missing = new Map<Path, Leaf>();
  for (const [path, leaf] of effective) if (rendered.get(path)?.text !== leaf.text) missing.set(path, leaf);
  for (const [path, leaf] of rendered) {
    if (effective.has(path) || unknown.has(path) || complete.get(path)?.text === leaf.text) continue;
    const outermost = prefixesOf(path).find((prefix) => !reaches(effective, prefix));
    if (outermost !== undefined) missing.set(outermost, nothing);
  }
  return missing;
}

const nothing = leafOf({ kind: 'null', ...nowhere });

function derivedPaths(specs: readonly NodeSpec[]): ReadonlySet<Path> {
  const paths = specs.flatMap(({ reasons }) => [...reasons.keys()]);
  return new Set(paths.map((path) => pathOf(path.split('.'))));
}

const without = (leaves: Leaves, paths: ReadonlySet<Path>): Map<Path, Leaf> =>
  new Map([...leaves].filter(([path]) => !paths.has(path)));

const withConfigs = (draft: Draft, configs: ReadonlyMap<string, Leaves>): Draft =>
  withNodes(draft, (node) => ({ ...node, config: configs.get(node.name) ?? node.config }));

/** The nodes of a draft; none if it is not a manifest. */
export function expandDraft(draft: Draft): readonly NodeSpec[] {
  if (nodesOf(draft).length === 0) return [];
  const { manifest } = loadJsonManifest(new Source('draft', JSON.stringify(plainDraft(draft))));
  return manifest ? expand(manifest).nodes : [];
}
