/**
 * Files of several machines that lie above the directories of these: `consul.hcl` next to `srv1.d/` and `srv2.d/`. What a
 * script copies to each machine is set on each, so that none of it is missing there.
 */
import { basename, dirname } from 'node:path';
import type { ConfigFile } from '../../model/load/file.ts';
import type { Deployment } from '../../subjects/subjects.ts';
import { isDialable } from '../../util/addresses.ts';
import { groupBy } from '../../util/collections.ts';
import type { Located } from '../located.ts';

export interface SharedFiles {
  /** What the files above a node set on its machine too; of files above others, what is set below. */
  readonly around: (node: Located) => readonly Deployment[];
  /** True for files that are parts of other nodes, and no agent of their own. */
  readonly areParts: (node: Located) => boolean;
}

/** The files above nodes of which a deployment near them names the file, or which call themselves common. */
export function sharedFiles(
  located: readonly Located[],
  deploymentsNear: (directories: readonly string[]) => readonly Deployment[],
): SharedFiles {
  const all = [...new Set(located.flatMap(({ node }) => node.files))].filter((file) => !isOfOneMachine(file));
  const byDirectory = [...groupBy(all, ({ source }) => dirname(source.file))];
  const shared = new Set<ConfigFile>();
  const around = new Map<Located, Deployment[]>();
  const add = (one: Located, files: readonly ConfigFile[]): void => {
    around.set(one, [...(around.get(one) ?? []), ...files.map(deploymentOf)]);
  };
  for (const one of located) {
    const directories = [...new Set(one.node.files.map(({ source }) => dirname(source.file)))];
    const higher = byDirectory.flatMap(([above, files]) =>
      directories.some((directory) => isInside(directory, above)) ? files : [],
    );
    if (higher.length === 0) continue;
    const deployments = deploymentsNear([one.path]);
    const found = higher.filter(({ source }) => {
      const name = basename(source.file);
      return isCommon.test(name) || deployments.some(({ names }) => names(name));
    });
    for (const file of found) shared.add(file);
    add(one, found);
    for (const part of located.filter(({ node }) => found.some((file) => node.files.includes(file))))
      add(part, one.node.files);
  }
  return {
    around: (node) => around.get(node) ?? [],
    areParts: ({ node: { files } }) => files.length > 0 && files.every((file) => shared.has(file)),
  };
}

const isCommon = /^(?:.*[-_.])?(?:common|shared|global|base|all|defaults?)(?:[-_.].*)?\.(?:hcl|json)$/i;

const isInside = (directory: string, above: string): boolean =>
  directory !== above && (above === '.' ? !directory.startsWith('/') : directory.startsWith(`${above}/`));

const isOfOneMachine = ({ value }: ConfigFile): boolean =>
  ['node_name', 'bind_addr', 'advertise_addr'].some((key) => {
    const found = value?.members.get(key)?.value;
    return found?.kind === 'string' && (key === 'node_name' ? found.value !== '' : isDialable(found.value));
  });

const deploymentOf = ({ source, value }: ConfigFile): Deployment => ({
  path: source.file,
  isTemplate: false,
  maySet: (option) => value?.members.has(option.split('.')[0]!) === true,
  names: (file) => basename(file) === basename(source.file),
});
