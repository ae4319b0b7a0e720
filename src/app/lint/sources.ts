/** The texts that estates were read from. */
import type { Estate } from '../../subjects/cluster/clusters.ts';
import type { Source } from '../../text/source/source.ts';

/** The paths of all files that estates were read from. */
export const filesOf = (estates: readonly Estate[]): ReadonlySet<string> =>
  new Set(sourcesOf(estates).map(({ file }) => file));

export function sourcesOf(estates: readonly Estate[]): readonly Source[] {
  return estates.flatMap((estate) => [
    ...(estate.texts ?? []),
    ...estate.nodes.flatMap(sourcesOfNode),
    ...[
      ...(estate.policies ?? []),
      ...[...(estate.entries ?? []), ...(estate.foreignFiles ?? [])].map(({ file }) => file),
    ].map(({ source }) => source),
    ...patroniSources(estate),
  ]);
}

const sourcesOfNode = ({ files, unit, command }: Estate['nodes'][number]): readonly Source[] => [
  ...[...files, ...(unit?.texts ?? [])].map(({ source }) => source),
  ...(command ? [command.at.source] : []),
];

function patroniSources({ nodes, patroni = [] }: Estate): readonly Source[] {
  return [...patroni, ...nodes.flatMap((node) => node.patroni ?? [])].flatMap(
    ({ configs, services, environments, root }) => [
      ...configs,
      ...(root === undefined ? environments : []),
      ...services.flatMap(({ texts }) => texts.map(({ source }) => source)),
    ],
  );
}
