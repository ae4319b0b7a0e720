/** How files were grouped and why, in lines. */
import type { EntryFile } from '../subjects/cluster/clusters.ts';
import { named } from '../subjects/cluster/groups.ts';
import type { Node } from '../subjects/subjects.ts';
import type { Grouped } from './clusters/estates.ts';
import { entryKindOf } from './kinds/entries.ts';
import type { PassedOverPaths } from './kinds/passed-over.ts';

export function explain(
  { groups }: Grouped,
  reasons: ReadonlyMap<Node, string>,
  entries: readonly EntryFile[],
  { foreign, templates, deployments, why }: PassedOverPaths,
): readonly string[] {
  const lines = groups.flatMap(({ located, why }) => {
    const nodes = located.map(({ node }) => nodeLine(node, reasons.get(node)));
    if (located.length < 2) return nodes;
    const together = named(located.map(({ node }) => node.name));
    return [...nodes, `together: ${together} (${why})`];
  });
  return [
    ...lines,
    ...entries.map(({ file }) => `config entry: ${file.source.file} (${entryKindOf(file)})`),
    ...listed("not Consul's", foreign),
    ...listed('a template, not read', templates, why),
    ...listed('may start agents or set their options, not read', deployments, why),
  ];
}

function nodeLine({ name, files }: Node, why = ''): string {
  const paths = files.map(({ source }) => source.file).join(', ');
  return `${name}: ${paths || 'a unit alone'} (${why})`;
}

const listed = (
  what: string,
  paths: readonly string[],
  why?: ReadonlyMap<string, string>,
): readonly string[] =>
  paths.map((path) => {
    const reason = why?.get(path);
    return `${what}: ${path}${reason === undefined ? '' : ` (${reason})`}`;
  });
