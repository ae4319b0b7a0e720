/** What directories that were found side by side have to do with each other. */
import { basename, dirname } from 'node:path';
import type { ConfigFile } from '../model/load/file.ts';
import type { Estate } from '../subjects/cluster/clusters.ts';
import { peersOf } from '../subjects/cluster/peers.ts';
import type { Node } from '../subjects/subjects.ts';
import type { Unit } from '../subjects/unit/unit.ts';
import { groupBy } from '../util/collections.ts';

/** A directory below which there is one node, alone. */
export interface Inner {
  readonly child: string;
  readonly directory: string;
  readonly estate: Estate;
}

/** Directories that hold one node each, at the same place below, are machines if the nodes name each other. */
export function unite(inner: readonly Inner[]): { nodes: readonly Node[]; from: readonly Estate[] }[] {
  const places = groupBy(inner, ({ directory, estate }) =>
    dirname(estate.nodes[0]!.files[0]?.source.file ?? '').slice(directory.length),
  );
  return [...places.values()].flatMap((group) => {
    const nodes = group.map(({ child, estate }): Node => {
      const node = estate.nodes[0]!;
      return { ...node, host: child, name: node.config.string('node_name') || child };
    });
    return nameEachOther(nodes) ? [{ nodes, from: group.map(({ estate }) => estate) }] : [];
  });
}

function nameEachOther(nodes: readonly Node[]): boolean {
  const peers = peersOf(nodes);
  return nodes.some((node) =>
    peers.entries(node).some(({ target }) => {
      const peer = target.kind === 'host' ? peers.find(target, node) : undefined;
      return peer !== undefined && peer !== node;
    }),
  );
}

/** Directories of several nodes that use the same node names hold copies of one cluster, not the parts of one. */
export function areClustersEach(directories: readonly (readonly Node[])[]): boolean {
  const seen = new Set<string>();
  for (const nodes of directories.filter(({ length }) => length > 1)) {
    const names = new Set(nodes.flatMap((node) => node.config.string('node_name') ?? []));
    for (const name of names) {
      if (seen.has(name)) return true;
      seen.add(name);
    }
  }
  return false;
}

/** False where the unit names files of this directory, but none of these. */
export function starts(
  unit: Unit | undefined,
  files: readonly ConfigFile[],
  all: readonly ConfigFile[],
): boolean {
  const named = new Set(unit?.flags.configPaths.map(({ text }) => basename(text)));
  const isNamed = ({ source }: ConfigFile): boolean => named.has(basename(source.file));
  return files.some(isNamed) || !all.some(isNamed);
}
